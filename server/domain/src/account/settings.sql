select mpn_id, name, needs_second_factor, idle_seconds, session_seconds, keep_days
from account
where id = $1
