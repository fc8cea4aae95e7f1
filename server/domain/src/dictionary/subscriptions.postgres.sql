select id, key
from term
where account_id = $1
  and kind = 'subscription'
  and id in (select cast(value as bigint) from json_array_elements_text(cast($2 as json)))
