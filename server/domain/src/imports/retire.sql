update import_month
set current = 0
where account_id = $1
  and dataset = $2
  and month = $3
  and current = 1
returning import_id
