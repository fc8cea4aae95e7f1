select count(*)
from session
where id = $1
  and person_id = $2
  and account_only = 0
  and ended_at is null
