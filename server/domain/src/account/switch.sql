insert into session (
  token_hash, id, person_id, account_id, method, created_at, last_seen_at, expires_at, proved_at, second_factor_at, ip, agent
)
select
  $4,
  $5,
  s.person_id,
  a.id,
  s.method,
  $3,
  $3,
  case when s.expires_at < $3 + a.session_seconds then s.expires_at else $3 + a.session_seconds end,
  s.proved_at,
  s.second_factor_at,
  s.ip,
  s.agent
from session s
join membership m on m.person_id = s.person_id
join account a on a.id = m.account_id
where s.id = $1
  and s.ended_at is null
  and s.expires_at > $3
  and s.account_only = 0
  and m.account_id = $2
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
returning method, second_factor_at
