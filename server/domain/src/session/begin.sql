insert into session (
  token_hash, id, person_id, account_id, method, created_at, last_seen_at, expires_at, proved_at, second_factor_at, ip, agent,
  account_only
)
values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12)
