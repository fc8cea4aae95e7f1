select m.confirmed_at
from sign_in_link l
join membership m on m.person_id = l.person_id
where l.token_hash = $1
  and m.confirmed_at is not null
limit 1
