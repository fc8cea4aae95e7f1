select
  tenant,
  name,
  coalesce(own_name, '') as own_name,
  coalesce(
    (
      select t.label
      from term t
      where t.account_id = customer.account_id
        and t.kind = 'market'
        and t.key = customer.own_market
    ),
    ''
  ) as market
from customer
where account_id = $1
  and merged_into = $2
order by coalesce(own_name, name), tenant
