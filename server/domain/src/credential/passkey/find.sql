select k.person_id, k.data
from passkey k
where k.credential_id = $1
  and exists (
    select 1
    from membership m
    where m.person_id = k.person_id
      and m.confirmed_at is not null
      and m.disabled_at is null
      and m.removed_at is null
  )
