select
  r.id,
  r.person_id,
  p.name,
  p.email,
  r.role,
  r.note,
  r.asked_at,
  r.state,
  r.decided_at,
  d.name as decided_by,
  r.reason
from access_request r
join person p on p.id = r.person_id
left join person d on d.id = r.decided_by
where r.account_id = $1
  and r.person_id = $2
order by r.asked_at desc, r.id desc
limit 10
