insert into session (token_hash, person_id, account_id, created_at, last_seen_at, expires_at)
values ($1, $2, $3, $4, $4, $5)
