update access_request
set state = 'withdrawn',
    decided_at = $3
where account_id = $1
  and person_id = $2
  and state = 'open'
