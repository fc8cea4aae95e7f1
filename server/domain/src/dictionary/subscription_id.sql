select id
from term
where account_id = $1
  and kind = 'subscription'
  and key = $2
