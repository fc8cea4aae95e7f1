select id, rows, notes
from import
where account_id = $1
  and dataset = $2
  and state = 'waiting'
order by started_at, id
