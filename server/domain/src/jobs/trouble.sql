select kind, attempts, due_at, error
from job
where error is not null
  or (attempts >= $2 and (locked_until is null or locked_until <= $1))
order by due_at, id
