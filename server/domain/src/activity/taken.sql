select id
from activity
where id in (select value from json_each($1))
