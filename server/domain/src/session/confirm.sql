update membership
set confirmed_at = $2
where person_id = $1
  and confirmed_at is null
