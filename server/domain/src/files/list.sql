select id, name, wanted, state, rows, percent, bytes, problem, asked_at, ended_at, notes
from file
where account_id = $1
  and person_id = $2
order by asked_at desc, id desc
limit 500
