insert into sign_in_link (token_hash, account_id, person_id, created_at, expires_at, kind, made_by)
values ($1, $2, $3, $4, $5, $6, $7)
