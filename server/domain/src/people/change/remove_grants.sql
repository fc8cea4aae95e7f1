update role_grant
set revoked_at = $3,
    revoked_by = $4,
    revoke_reason = $5,
    ended = 'removed'
where account_id = $1
  and person_id = $2
  and revoked_at is null
returning role
