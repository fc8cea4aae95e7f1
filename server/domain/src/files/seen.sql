update file
set rows = $2,
    percent = $3,
    seen_at = $4
where id = $1
  and state = 'making'
