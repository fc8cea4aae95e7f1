select count(*)
from import_month m
join import_month b
  on b.account_id = m.account_id
  and b.dataset = m.dataset
  and b.month = m.month
  and b.import_id = m.replaced
where m.account_id = $1
  and m.import_id = $2
  and b.removed_at is not null
