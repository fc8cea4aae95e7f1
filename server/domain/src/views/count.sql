select count(*)
from saved_view
where account_id = $1
  and person_id = $2
