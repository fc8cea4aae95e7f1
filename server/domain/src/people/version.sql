select m.version + (
  select count(*)
  from role_grant g
  where g.account_id = m.account_id
    and g.person_id = m.person_id
    and g.revoked_at is null
    and g.until_at <= $3
) as version
from membership m
where m.account_id = $1
  and m.person_id = $2
  and m.removed_at is null
