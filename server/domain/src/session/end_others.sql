update session
set ended_at = $4
where person_id = $1
  and (account_id = $2 or $2 is null)
  and (id <> $3 or $3 is null)
  and ended_at is null
