update session
set ended_at = $4
where person_id = $1
  and ($2 is null or account_id = $2)
  and ($3 is null or id <> $3)
  and ended_at is null
