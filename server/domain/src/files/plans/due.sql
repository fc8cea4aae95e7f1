select account_id, person_id, id, name, wanted, every, delivery, next_at
from file_plan
where next_at <= $1
order by next_at, id
limit 100
