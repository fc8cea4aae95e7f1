select g.person_id, p.name, g.granted_at
from role_grant g
join membership m on m.account_id = g.account_id and m.person_id = g.person_id
join person p on p.id = g.person_id
where g.account_id = $1
  and g.role = 'partner_admin'
  and g.revoked_at is null
  and (g.until_at is null or g.until_at > $2)
  and m.removed_at is null
