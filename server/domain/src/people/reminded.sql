update role_grant
set reminded_at = $2
where account_id = $1
  and revoked_at is null
  and reminded_at is null
  and until_at > $2
  and until_at <= $3
