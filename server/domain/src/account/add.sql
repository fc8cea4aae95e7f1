insert into account (id, mpn_id, name, created_at)
values ($1, $2, $3, $4)
on conflict (mpn_id) do nothing
