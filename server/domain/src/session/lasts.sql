select session_seconds
from account
where id = $1
