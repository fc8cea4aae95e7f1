select
  c.id,
  cast((
    select main.id
    from customer main
    where main.account_id = c.account_id
      and main.tenant = c.merged_into
  ) as bigint) as merged_into,
  cast((
    select t.id
    from term t
    where t.account_id = c.account_id
      and t.kind = 'market'
      and t.key = c.own_market
  ) as bigint) as market
from customer c
where c.account_id = $1
  and (c.merged_into is not null or c.own_market is not null)
