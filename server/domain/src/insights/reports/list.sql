select r.id, r.name, r.description, r.query_id, r.wanted, p.email, r.state, r.start_at, r.every_hours, r.most,
  r.created_at, r.changed_at
from insights_report r
join person p on p.id = r.person_id
where r.account_id = $1
  and r.person_id = $2
order by r.created_at desc, r.id desc
