select g.person_id, p.name, g.role, g.until_at
from role_grant g
join person p on p.id = g.person_id
where g.account_id = $1
  and g.revoked_at is null
  and g.reminded_at is null
  and g.until_at > $2
  and g.until_at <= $3
