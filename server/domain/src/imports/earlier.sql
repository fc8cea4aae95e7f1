select id, ended_at, dataset
from import
where account_id = $1
  and sha256 = $2
  and state in ('done', 'waiting')
order by started_at desc, id desc
limit 1
