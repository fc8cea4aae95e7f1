with recursive seen (value) as (
  select min(operation)
  from activity
  where account_id = $1
  union all
  select (
    select min(operation)
    from activity
    where account_id = $1
      and operation > seen.value
  )
  from seen
  where seen.value is not null
)
select value
from seen
where value is not null
