update access_request
set state = $3,
    decided_at = $4,
    decided_by = $5,
    reason = $6
where account_id = $1
  and id = $2
