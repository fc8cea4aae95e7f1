update file
set state = 'cancelled',
    ended_at = $4
where account_id = $1
  and person_id = $2
  and id = $3
  and state in ('waiting', 'making')
