update import_month
set current = 0
where account_id = $1
  and import_id = $2
