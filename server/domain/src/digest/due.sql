select distinct g.account_id, g.person_id
from role_grant g
join membership m on m.account_id = g.account_id and m.person_id = g.person_id
left join digest_letter d on d.account_id = g.account_id and d.person_id = g.person_id
where g.role = 'partner_admin'
  and g.revoked_at is null
  and g.granted_at <= $1
  and (g.until_at is null or g.until_at > $2)
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
  and (d.week_at is null or d.week_at < $1)
  and (d.wanted is null or d.wanted = 1)
limit 500
