update access_review
set finished_at = $3,
    finished_by = $4,
    record = $5
where account_id = $1
  and id = $2
