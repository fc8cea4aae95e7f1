update insights_report
set name = $4,
    description = $5,
    wanted = $6,
    state = 'active',
    start_at = $7,
    every_hours = $8,
    most = $9,
    remaining = $9,
    next_at = $7,
    changed_at = $10
where account_id = $1
  and person_id = $2
  and id = $3
