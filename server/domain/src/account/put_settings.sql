update account
set name = $2,
    needs_second_factor = $3,
    idle_seconds = $4,
    session_seconds = $5,
    keep_days = $6
where id = $1
