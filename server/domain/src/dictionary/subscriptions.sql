select id, key
from term
where account_id = $1
  and kind = 'subscription'
  and id in (select value from json_each($2))
