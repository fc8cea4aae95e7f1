delete from segment
where account_id = $1
  and exists (
    select 1
    from import_month m
    where m.account_id = segment.account_id
      and m.dataset = segment.dataset
      and m.month = segment.month
      and m.import_id = segment.import_id
      and m.removed_at is not null
  )
