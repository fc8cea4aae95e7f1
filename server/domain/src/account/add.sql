insert into account (id, mpn_id, name, created_at, needs_second_factor)
values ($1, $2, $3, $4, $5)
on conflict (mpn_id) do nothing
