select account_id, person_id, id, name, wanted, start_at, every_hours, remaining, next_at
from insights_report
where next_at <= $1
order by next_at, id
limit 100
