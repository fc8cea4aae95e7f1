delete from file_plan
where account_id = $1
  and person_id = $2
