select id, key
from term
where account_id = $1
  and kind = $2
