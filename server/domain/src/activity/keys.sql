select key
from activity
where account_id = $1
  and key in (select value from json_each($2))
