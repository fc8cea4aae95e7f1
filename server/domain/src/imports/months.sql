select m.month, m.rows, m.totals, b.rows as rows_before, b.totals as totals_before
from import_month m
left join import_month b
  on b.account_id = m.account_id
  and b.dataset = m.dataset
  and b.month = m.month
  and b.import_id = m.replaced
where m.account_id = $1
  and m.import_id = $2
order by m.month
