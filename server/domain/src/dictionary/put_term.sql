insert into term (account_id, kind, id, key, label)
values ($1, $2, $3, $4, $5)
