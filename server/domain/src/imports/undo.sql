update import
set state = 'undone'
where account_id = $1
  and id = $2
  and state = 'done'
  and exists (
    select 1
    from import_month m
    where m.account_id = $1
      and m.dataset = import.dataset
      and m.import_id = $2
  )
  and not exists (
    select 1
    from import_month m
    where m.account_id = $1
      and m.dataset = import.dataset
      and m.import_id = $2
      and m.current = 0
  )
