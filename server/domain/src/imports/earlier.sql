select ended_at
from import
where account_id = $1
  and sha256 = $2
  and state = 'done'
order by started_at
limit 1
