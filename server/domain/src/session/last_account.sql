select m.account_id
from membership m
where m.person_id = $1
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
order by
  (
    select coalesce(max(s.last_seen_at), 0)
    from session s
    where s.person_id = m.person_id
      and s.account_id = m.account_id
  ) desc,
  m.created_at,
  m.account_id
limit 1
