update session
set ended_at = $2
where id in (
  select s.id
  from session s
  join account a on a.id = s.account_id
  where s.person_id = $1
    and s.ended_at is null
    and s.expires_at > $2
    and s.last_seen_at > $2 - a.idle_seconds
  order by s.created_at desc, s.id desc
  limit 1000 offset 10
)
