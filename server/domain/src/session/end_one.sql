update session
set ended_at = $4
where id = $1
  and person_id = $2
  and (account_id = $3 or $3 is null)
  and ended_at is null
