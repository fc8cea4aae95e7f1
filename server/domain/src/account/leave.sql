update session
set ended_at = $2
where id = $1
