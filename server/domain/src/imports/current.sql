select import_id
from import_month
where account_id = $1
  and dataset = $2
  and month = $3
  and current = 1
