insert into job (id, kind, key, details, due_at)
values ($1, $2, $3, $4, $5)
on conflict (key) do nothing
