select id, key
from term
where account_id = $1
  and kind = 'subscription'
  and id between $2 and $3
