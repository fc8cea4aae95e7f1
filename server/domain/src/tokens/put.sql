insert into api_token (account_id, id, person_id, name, token_hash, ending, scopes, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
