update throttle
set failures = failures - 1
where key = $1
  and failures > 0
