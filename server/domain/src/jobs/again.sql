update job
set due_at = $3,
    attempts = 0,
    locked_until = null,
    error = null
where id = $1
  and locked_until = $2
