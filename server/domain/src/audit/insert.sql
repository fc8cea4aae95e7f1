insert into audit (account_id, seq, at, actor_id, action, subject, details, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8)
