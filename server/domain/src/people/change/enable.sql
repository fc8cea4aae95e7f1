update membership
set disabled_at = null
where account_id = $1
  and person_id = $2
