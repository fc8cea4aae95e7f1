select
  a.needs_second_factor,
  (select count(*) from totp t where t.person_id = g.person_id and t.confirmed_at is not null)
    + (select count(*) from passkey k where k.person_id = g.person_id)
    + (select count(*) from identity i where i.person_id = g.person_id and i.second_factor = 1) as factors
from role_grant g
join account a on a.id = g.account_id
join membership m on m.account_id = g.account_id and m.person_id = g.person_id
where g.account_id = $1
  and g.person_id = $2
  and g.role = $3
  and g.revoked_at is null
  and (g.until_at is null or g.until_at > $4)
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
