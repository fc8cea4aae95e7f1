insert into ceremony (token_hash, kind, person_id, data, expires_at)
values ($1, 'oidc', $2, $3, $4)
