update sign_in_link
set used_at = $3
where account_id = $1
  and person_id = $2
  and used_at is null
