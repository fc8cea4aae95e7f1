select
  t.id,
  t.person_id,
  p.name as made_by,
  t.name,
  t.ending,
  t.scopes,
  t.created_at,
  t.expires_at,
  t.last_used_at,
  t.last_ip,
  t.revoked_at
from api_token t
join person p on p.id = t.person_id
where t.account_id = $1
order by t.created_at desc, t.id desc
