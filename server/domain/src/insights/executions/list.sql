select id, state, ended_at
from file
where account_id = $1
  and report_id = $2
order by asked_at desc, id desc
limit 500
