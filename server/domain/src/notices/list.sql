select details, at, seen_at
from notice
where account_id = $1
  and person_id = $2
order by at desc, id desc
limit 100
