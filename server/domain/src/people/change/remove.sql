update membership
set removed_at = $3
where account_id = $1
  and person_id = $2
