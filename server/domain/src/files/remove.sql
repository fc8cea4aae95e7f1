delete from file
where account_id = $1
  and person_id = $2
  and id = $3
