select p.name, p.email
from sign_in_link l
join person p on p.id = l.person_id
join membership m on m.account_id = l.account_id and m.person_id = l.person_id
where l.token_hash = $1
  and l.used_at is null
  and l.expires_at > $2
  and m.disabled_at is null
  and m.removed_at is null
