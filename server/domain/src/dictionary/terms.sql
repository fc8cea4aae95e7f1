select id, key, label
from term
where account_id = $1
  and kind = $2
order by id
