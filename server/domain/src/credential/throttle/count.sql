select failures, last_at
from throttle
where key = $1
