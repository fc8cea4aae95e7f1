select p.name, p.email, p.locale, a.name as account
from membership m
join person p on p.id = m.person_id
join account a on a.id = m.account_id
where m.account_id = $1
  and m.person_id = $2
  and m.disabled_at is null
  and m.removed_at is null
