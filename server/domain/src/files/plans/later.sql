update file_plan
set next_at = $4
where account_id = $1
  and id = $2
  and next_at = $3
