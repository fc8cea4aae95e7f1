update notice
set seen_at = $4
where account_id = $1
  and person_id = $2
  and at <= $3
  and seen_at is null
