with recursive
up (id, mends) as (
  select id, mends
  from import
  where account_id = $1
    and id = $2
  union all
  select i.id, i.mends
  from import i
  join up on up.mends = i.id
  where i.account_id = $1
),
family (id) as (
  select id
  from up
  where mends is null
  union all
  select i.id
  from import i
  join family on family.id = i.mends
  where i.account_id = $1
)
select id
from family
