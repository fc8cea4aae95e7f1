select key, failures, last_at
from throttle
where key in ($1, $2, $3)
