update passkey
set data = $2,
    last_used_at = $3
where credential_id = $1
