update job
set attempts = 0
where key = $1
  and attempts >= $2
