select
  i.dataset,
  min(m.month) as oldest,
  max(m.month) as newest,
  max(i.ended_at) as imported,
  case
    when i.dataset = 'Profile' then (select count(*) from location l where l.account_id = $1)
    else cast(sum(m.rows) as bigint)
  end as rows
from import i
left join import_month m on m.account_id = i.account_id and m.import_id = i.id and m.current = 1
where i.account_id = $1
  and i.state = 'done'
  and i.dataset is not null
group by i.dataset
