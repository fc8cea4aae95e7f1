select
  i.id,
  i.file,
  i.dataset,
  i.state,
  i.started_at,
  i.seen_at,
  i.ended_at,
  i.bytes,
  i.bytes_read,
  i.rows,
  i.bad_rows,
  i.notes,
  p.name as by,
  (
    i.state = 'done'
    and exists (
      select 1
      from import_month m
      where m.account_id = i.account_id
        and m.dataset = i.dataset
        and m.import_id = i.id
    )
    and not exists (
      select 1
      from import_month m
      where m.account_id = i.account_id
        and m.dataset = i.dataset
        and m.import_id = i.id
        and m.current = 0
    )
    and not exists (
      select 1
      from import_month m
      join import_month b
        on b.account_id = m.account_id
        and b.dataset = m.dataset
        and b.month = m.month
        and b.import_id = m.replaced
      where m.account_id = i.account_id
        and m.import_id = i.id
        and b.removed_at is not null
    )
  ) as can_undo
from import i
left join person p on p.id = i.by
where i.account_id = $1
  and (i.id = $2 or $2 is null)
order by i.started_at desc, i.id desc
limit $3
