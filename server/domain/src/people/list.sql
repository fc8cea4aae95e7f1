select p.id, p.name, p.email, max(s.created_at) as last_sign_in
from membership m
join person p on p.id = m.person_id
left join session s on s.person_id = p.id and s.account_id = m.account_id
where m.account_id = $1
  and m.removed_at is null
group by p.id, p.name, p.email
