select g.person_id, g.role, coalesce(max(s.last_seen_at), m.confirmed_at) as last_used
from role_grant g
join membership m on m.account_id = g.account_id and m.person_id = g.person_id
left join session s on s.account_id = g.account_id and s.person_id = g.person_id
where g.account_id = $1
  and g.revoked_at is null
  and (g.until_at is null or g.until_at > $2)
  and m.removed_at is null
group by g.person_id, g.role, m.confirmed_at
