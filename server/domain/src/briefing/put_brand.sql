insert into brand (account_id, colour, logo_kind, logo)
values ($1, $2, $3, $4)
on conflict (account_id) do update
set colour = excluded.colour,
    logo_kind = excluded.logo_kind,
    logo = excluded.logo
