select key
from activity
where account_id = $1
  and key in (select cast(value as text) from json_array_elements_text(cast($2 as json)))
