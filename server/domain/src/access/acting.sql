select p.id, p.name
from role_grant g
join account a on a.id = g.account_id
join membership m on m.account_id = g.account_id and m.person_id = g.person_id
join person p on p.id = g.person_id
where g.account_id = $1
  and g.role = 'partner_admin'
  and g.revoked_at is null
  and g.until_at is null
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
  and (
    a.needs_second_factor = 0
    or exists (select 1 from totp t where t.person_id = p.id and t.confirmed_at is not null)
    or exists (select 1 from passkey k where k.person_id = p.id)
    or exists (select 1 from identity i where i.person_id = p.id and i.second_factor = 1)
  )
order by p.name, p.id
