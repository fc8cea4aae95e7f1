update api_token
set revoked_at = $2
where token_hash = $1
  and revoked_at is null
returning account_id, id, name
