select m.person_id
from membership m
where m.account_id = $1
  and (
    exists (select 1 from totp t where t.person_id = m.person_id and t.confirmed_at is not null)
    or exists (select 1 from passkey k where k.person_id = m.person_id)
    or exists (select 1 from identity i where i.person_id = m.person_id and i.second_factor = 1)
  )
