update session
set ended_at = $4
where id = $1
  and person_id = $2
  and ($3 is null or account_id = $3)
  and ended_at is null
