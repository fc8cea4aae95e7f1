select count(*)
from file
where account_id = $1
  and person_id = $2
  and state in ('waiting', 'making')
