select confirmed_at
from membership
where account_id = $1
  and person_id = $2
  and disabled_at is null
  and removed_at is null
