update file
set state = 'made',
    rows = $2,
    percent = 100,
    bytes = $3,
    notes = $4,
    ended_at = $5
where id = $1
  and state = 'making'
