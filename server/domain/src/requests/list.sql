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
join membership m on m.account_id = r.account_id and m.person_id = r.person_id
join person p on p.id = r.person_id
left join person d on d.id = r.decided_by
where r.account_id = $1
  and (
    r.decided_at > $2
    or (r.state = 'open' and m.disabled_at is null and m.removed_at is null)
  )
order by r.asked_at, r.id
