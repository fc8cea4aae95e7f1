update role_grant
set revoked_at = $4,
    ended = 'revoked'
where account_id = $1
  and person_id = $2
  and role = $3
  and via = 'group'
  and revoked_at is null
