insert into job (id, kind, key, details, due_at, attempts)
values ($1, $2, $3, $4, $5, 0)
