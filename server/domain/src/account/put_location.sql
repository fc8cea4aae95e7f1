insert into location (account_id, mpn_id, name, country, city)
values ($1, $2, $3, $4, $5)
on conflict (account_id, mpn_id) do update
set name = excluded.name,
    country = excluded.country,
    city = excluded.city
