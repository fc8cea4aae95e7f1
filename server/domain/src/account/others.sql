select a.id, a.name
from membership m
join account a on a.id = m.account_id
where m.person_id = $1
  and m.account_id <> $2
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
order by a.name, a.id
