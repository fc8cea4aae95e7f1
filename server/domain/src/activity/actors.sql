with recursive seen (value) as (
  select min(actor)
  from activity
  where account_id = $1
  union all
  select (
    select min(actor)
    from activity
    where account_id = $1
      and actor > seen.value
  )
  from seen
  where seen.value is not null
)
select value
from seen
where value is not null
limit $2
