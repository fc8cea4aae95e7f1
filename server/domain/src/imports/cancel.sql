update import
set state = 'cancelled',
    ended_at = $3
where account_id = $1
  and id = $2
  and state = 'running'
returning file
