update review_item
set decision = $5,
    note = $6,
    decided_at = $7,
    decided_by = $8
where account_id = $1
  and review_id = $2
  and person_id = $3
  and role = $4
  and exists (
    select 1
    from access_review r
    where r.account_id = $1
      and r.id = $2
      and r.finished_at is null
  )
