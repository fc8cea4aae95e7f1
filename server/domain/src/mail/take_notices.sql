update notice
set mailed_at = $1
where mailed_at is null
  and at > $2
returning account_id, person_id, details
