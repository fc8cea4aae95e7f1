select
  p.id,
  p.name,
  p.email,
  m.guest,
  m.confirmed_at,
  m.disabled_at,
  (select max(s.created_at) from session s where s.person_id = p.id and s.account_id = m.account_id) as last_sign_in,
  (
    select max(l.expires_at)
    from sign_in_link l
    where l.person_id = p.id
      and l.account_id = m.account_id
      and l.used_at is null
  ) as link_until
from membership m
join person p on p.id = m.person_id
where m.account_id = $1
  and m.removed_at is null
