update access_request
set state = 'lapsed',
    decided_at = $3
where account_id = $1
  and person_id = $2
  and state = 'open'
