select
  a.needs_second_factor,
  (select count(*) from totp o where o.person_id = m.person_id and o.confirmed_at is not null)
    + (select count(*) from passkey k where k.person_id = m.person_id)
    + (select count(*) from identity i where i.person_id = m.person_id and i.second_factor = 1) as has_second_factor
from membership m
join account a on a.id = m.account_id
where m.account_id = $1
  and m.person_id = $2
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
