update import_month
set removed_at = $2
where account_id = $1
  and current = 0
  and removed_at is null
  and exists (
    select 1
    from import i
    join account a on a.id = i.account_id
    where i.account_id = import_month.account_id
      and i.id = import_month.import_id
      and i.ended_at < $2 - a.keep_days * 86400
  )
  and not exists (
    select 1
    from import_month n
    join import i on i.account_id = n.account_id and i.id = n.import_id
    join account a on a.id = i.account_id
    where n.account_id = import_month.account_id
      and n.dataset = import_month.dataset
      and n.month = import_month.month
      and n.replaced = import_month.import_id
      and i.state = 'done'
      and i.ended_at >= $2 - a.keep_days * 86400
  )
