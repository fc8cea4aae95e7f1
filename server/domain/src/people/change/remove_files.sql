update file
set state = 'cancelled',
    ended_at = 0
where account_id = $1
  and person_id = $2
