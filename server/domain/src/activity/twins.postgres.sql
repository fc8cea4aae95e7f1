select id, twin_of, nth, key, information
from activity
where account_id = $1
  and twin_of in (select cast(value as bigint) from json_array_elements_text(cast($2 as json)))
order by twin_of, nth
