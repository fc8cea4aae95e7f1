update role_grant
set revoked_at = until_at,
    ended = 'expired'
where account_id = $1
  and person_id = $2
  and revoked_at is null
  and until_at <= $3
