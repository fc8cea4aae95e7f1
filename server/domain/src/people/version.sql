select version
from membership
where account_id = $1
  and person_id = $2
