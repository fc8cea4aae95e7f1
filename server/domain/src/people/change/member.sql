select guest, disabled_at
from membership
where account_id = $1
  and person_id = $2
  and removed_at is null
