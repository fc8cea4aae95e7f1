select p.name
from audit a
left join person p on p.id = a.actor_id
where a.account_id = $1
  and a.action in ('roles_updated', 'role_expired', 'person_disabled', 'person_enabled')
  and a.subject = $2
order by a.seq desc
limit 1
