select p.id
from person p
join membership m on m.person_id = p.id
where m.account_id = $1
  and p.email = $2
  and m.removed_at is null
