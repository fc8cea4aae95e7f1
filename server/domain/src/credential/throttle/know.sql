insert into throttle (key, failures, last_at)
values ($1, 0, $2)
on conflict (key) do update
set failures = 0,
    last_at = excluded.last_at
