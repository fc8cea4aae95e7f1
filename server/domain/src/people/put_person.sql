insert into person (id, email, name, created_at)
values ($1, $2, $3, $4)
on conflict (email) do update
set email = excluded.email
returning id
