select label
from term
where account_id = $1
  and kind = 'subscription'
  and id = $2
