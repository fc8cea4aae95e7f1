update throttle
set failures = case when last_at < $3 then 1 else failures + 1 end,
    last_at = $2
where key = $1
