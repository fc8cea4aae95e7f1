update job
set locked_until = $2,
    attempts = attempts + 1
where id = (
  select id
  from job
  where due_at <= $1
    and (locked_until is null or locked_until <= $1)
    and attempts < $3
  order by due_at, id
  limit 1
  for update skip locked
)
returning id, kind, details, attempts, locked_until
