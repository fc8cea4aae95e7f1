select id
from activity
where id in (select cast(value as bigint) from json_array_elements_text(cast($1 as json)))
