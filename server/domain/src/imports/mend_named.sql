select
  i.file,
  i.state,
  i.bad_rows,
  i.notes,
  (
    select cast(coalesce(sum(m.rows + m.bad_rows), 0) as bigint)
    from import m
    where m.account_id = i.account_id
      and m.mends = i.id
      and m.state = 'done'
  ) as mended
from import i
where i.account_id = $1
  and i.id = $2
  and i.dataset = $3
