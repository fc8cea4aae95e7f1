-- What was done in the last 24 hours of the log: records, and the customers that they are of.
select
  cast(count(*) as bigint) as records,
  cast(count(distinct case when tenant <> '' then tenant else customer end) as bigint) as customers
from activity
where account_id = $1
  and id >= $2
  and (operation = $3 or operation_group = $4)
  and status = 'succeeded'
