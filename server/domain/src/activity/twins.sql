select id, twin_of, nth, key, information
from activity
where account_id = $1
  and twin_of in (select value from json_each($2))
order by twin_of, nth
