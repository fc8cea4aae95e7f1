select p.name, s.account_only
from session s
join person p on p.id = s.person_id
where s.person_id = $1
  and s.id = $2
  and s.ended_at is null
