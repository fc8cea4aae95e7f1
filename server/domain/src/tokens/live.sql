select
  t.id,
  t.account_id,
  t.person_id,
  t.scopes,
  t.last_used_at,
  a.needs_second_factor,
  (select count(*) from totp o where o.person_id = t.person_id and o.confirmed_at is not null)
    + (select count(*) from passkey k where k.person_id = t.person_id)
    + (select count(*) from identity i where i.person_id = t.person_id and i.second_factor = 1) as has_second_factor
from api_token t
join account a on a.id = t.account_id
join membership m on m.account_id = t.account_id and m.person_id = t.person_id
where t.token_hash = $1
  and t.revoked_at is null
  and t.expires_at > $2
  and coalesce(t.last_used_at, t.created_at) > $3
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
