update membership
set version = version + 1
where account_id = $1
  and person_id = $2
