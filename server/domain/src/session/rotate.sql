update session
set token_hash = $2,
    renew = 0
where token_hash = $1
  and renew = 1
  and ended_at is null
