update import
set state = 'undone'
where account_id = $1
  and state = 'done'
  and notes = $2
