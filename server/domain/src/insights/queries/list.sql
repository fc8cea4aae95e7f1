select q.id, q.name, q.description, q.query, p.email, q.created_at
from insights_query q
join person p on p.id = q.person_id
where q.account_id = $1
  and q.person_id = $2
order by q.created_at desc, q.id desc
