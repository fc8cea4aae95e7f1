select p.id, p.name, p.email
from membership m
join person p on p.id = m.person_id
where m.account_id = $1
  and m.removed_at is null
