select email
from person
where id = $1
