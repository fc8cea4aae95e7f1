select
  operation,
  cast(count(*) as bigint) as records,
  cast(sum(case when status = 'failed' then 1 else 0 end) as bigint) as failed,
  cast(sum(case when tenant = '' and customer = '' then 1 else 0 end) as bigint) as without_customer
from activity
where account_id = $1
  and id >= $2
  and id < $3
group by operation
