update api_token
set revoked_at = $3
where account_id = $1
  and person_id = $2
  and revoked_at is null
