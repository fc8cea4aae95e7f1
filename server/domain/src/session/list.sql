select s.id, s.method, s.ip, s.agent, a.name as account, s.created_at, s.last_seen_at
from session s
join account a on a.id = s.account_id
where s.person_id = $1
  and (s.account_id = $2 or $2 is null)
  and s.ended_at is null
  and s.expires_at > $3
  and s.last_seen_at > $3 - a.idle_seconds
order by s.last_seen_at desc, s.id desc
