insert into insights_report (
  account_id, id, person_id, query_id, name, description, wanted, state, start_at, every_hours, most, remaining, next_at,
  created_at, changed_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $9, $12, $12)
