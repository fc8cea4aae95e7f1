select id, name, wanted, every, delivery, next_at
from file_plan
where account_id = $1
  and person_id = $2
order by created_at desc, id desc
