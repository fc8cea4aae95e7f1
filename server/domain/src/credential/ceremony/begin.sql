insert into ceremony (token_hash, kind, person_id, data, expires_at)
values ($1, $2, $3, $4, $5)
