update import
set seen_at = $3,
    bytes_read = $4,
    rows = $5,
    bad_rows = $6
where account_id = $1
  and id = $2
  and state = 'running'
