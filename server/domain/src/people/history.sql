select
  g.role,
  g.granted_at,
  a.name as granted_by,
  g.via,
  g.reason,
  g.until_at,
  g.revoked_at,
  g.ended,
  b.name as revoked_by,
  g.revoke_reason
from role_grant g
left join person a on a.id = g.granted_by
left join person b on b.id = g.revoked_by
where g.account_id = $1
  and g.person_id = $2
order by g.granted_at desc, g.id desc
