update import
set state = 'done',
    notes = $3
where account_id = $1
  and id = $2
  and state = 'waiting'
