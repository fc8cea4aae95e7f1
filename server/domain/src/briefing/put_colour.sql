insert into brand (account_id, colour)
values ($1, $2)
on conflict (account_id) do update
set colour = excluded.colour
