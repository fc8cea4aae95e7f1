update session
set renew = 1
where account_id = $1
  and person_id = $2
  and ended_at is null
