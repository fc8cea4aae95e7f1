select account_id
from membership
where person_id = $1
  and removed_at is null
order by account_id
