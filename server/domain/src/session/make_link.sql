insert into sign_in_link (token_hash, account_id, person_id, created_at, expires_at)
values ($1, $2, $3, $4, $5)
