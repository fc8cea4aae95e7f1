insert into throttle (key, failures, last_at)
values ($1, 1, $2)
on conflict (key) do update
set failures = case when throttle.last_at < $3 then 1 else throttle.failures + 1 end,
    last_at = excluded.last_at
