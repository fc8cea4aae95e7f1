select
  name,
  own_name,
  (
    select t.label
    from term t
    where t.account_id = customer.account_id
      and t.kind = 'market'
      and t.key = customer.own_market
  ) as market,
  merged_into
from customer
where account_id = $1
  and tenant = $2
