delete from ceremony
where token_hash = $1
  and kind = 'oidc'
returning person_id, data, expires_at
