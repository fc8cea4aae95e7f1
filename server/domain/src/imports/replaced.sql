with recursive mended (id) as (
  select id
  from import
  where account_id = $1
    and id = $2
  union all
  select i.id
  from import i
  join mended on mended.id = i.mends
  where i.account_id = $1
)
select exists (
  select 1
  from import_month m
  join import_month c
    on c.account_id = m.account_id
    and c.dataset = m.dataset
    and c.month = m.month
    and c.current = 1
  where m.account_id = $1
    and m.import_id = $2
    and c.import_id not in (select id from mended)
)
