update insights_report
set next_at = $4,
    remaining = $5,
    state = case when cast($4 as bigint) is null then 'over' else state end
where account_id = $1
  and id = $2
  and next_at = $3
