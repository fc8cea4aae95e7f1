select
  (
    select count(*)
    from role_grant g
    where g.account_id = $1
      and g.person_id = $2
      and g.role = $3
      and g.revoked_at is null
      and (g.until_at is null or g.until_at > $4)
  ) as held,
  (
    select count(*)
    from access_request r
    where r.account_id = $1
      and r.person_id = $2
      and r.role = $3
      and r.state = 'open'
  ) as open,
  m.guest,
  (
    select count(*)
    from access_request r
    where r.account_id = $1
      and r.person_id = $2
      and r.asked_at > $5
  ) as today
from membership m
where m.account_id = $1
  and m.person_id = $2
  and m.disabled_at is null
  and m.removed_at is null
