update insights_report
set state = $4,
    next_at = $5,
    changed_at = $6
where account_id = $1
  and person_id = $2
  and id = $3
  and state in ('active', 'paused')
