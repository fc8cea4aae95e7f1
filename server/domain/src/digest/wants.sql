select wanted
from digest_letter
where account_id = $1
  and person_id = $2
