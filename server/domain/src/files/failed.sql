update file
set state = $2,
    problem = $3,
    ended_at = $4
where id = $1
  and state = 'making'
