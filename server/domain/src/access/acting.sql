select p.id, p.name
from role_grant g
join membership m on m.account_id = g.account_id and m.person_id = g.person_id
join person p on p.id = g.person_id
where g.account_id = $1
  and g.role = 'partner_admin'
  and g.revoked_at is null
  and m.confirmed_at is not null
  and p.disabled_at is null
order by p.name, p.id
