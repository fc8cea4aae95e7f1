update import
set state = 'cancelled'
where account_id = $1
  and id = $2
  and state = 'running'
