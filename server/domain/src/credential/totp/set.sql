insert into totp (person_id, secret, created_at, confirmed_at, last_step)
values ($1, $2, $3, $3, $4)
on conflict (person_id) do update
set secret = excluded.secret,
    created_at = excluded.created_at,
    confirmed_at = excluded.confirmed_at,
    last_step = excluded.last_step
