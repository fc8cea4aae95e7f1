select m.account_id
from membership m
join account a on a.id = m.account_id
where m.person_id = $1
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
  and a.maps_groups = 1
order by m.account_id
