select p.id
from person p
join membership m on m.person_id = p.id
join role_grant g on g.account_id = m.account_id and g.person_id = m.person_id
where m.account_id = $1
  and p.email = $2
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
  and g.role = 'partner_admin'
  and g.revoked_at is null
  and (g.until_at is null or g.until_at > $3)
