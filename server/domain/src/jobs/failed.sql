update job
set due_at = $3,
    attempts = $4,
    locked_until = null,
    error = $5
where id = $1
  and locked_until = $2
