update import_month
set current = 1
where account_id = $1
  and exists (
    select 1
    from import_month u
    where u.account_id = $1
      and u.import_id = $2
      and u.dataset = import_month.dataset
      and u.month = import_month.month
      and u.replaced = import_month.import_id
  )
