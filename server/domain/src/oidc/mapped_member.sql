select m.guest
from membership m
join account a on a.id = m.account_id
where m.account_id = $1
  and m.person_id = $2
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
  and a.maps_groups = 1
