select id
from person
where email = $1
