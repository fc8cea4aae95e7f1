update import
set state = $3,
    dataset = $4,
    ended_at = $5,
    seen_at = $5,
    bytes_read = bytes,
    rows = $6,
    bad_rows = $7,
    notes = $8,
    mends = $9
where account_id = $1
  and id = $2
  and state = 'running'
