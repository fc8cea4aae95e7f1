select issuer, linked_at, last_used_at
from identity
where person_id = $1
order by linked_at, issuer
