select
  s.id,
  s.person_id,
  p.name,
  p.email,
  p.locale,
  s.account_id,
  a.name as account_name,
  a.mpn_id,
  s.last_seen_at,
  s.proved_at,
  s.second_factor_at,
  s.renew,
  cast(case
    when a.needs_second_factor = 1 then 1
    when exists (select 1 from totp t where t.person_id = p.id and t.confirmed_at is not null) then 1
    when exists (select 1 from passkey k where k.person_id = p.id) then 1
    else 0
  end as bigint) as needs_second_factor,
  (
    select count(*)
    from membership o
    where o.person_id = s.person_id
      and o.account_id <> s.account_id
      and s.account_only = 0
  ) as others
from session s
join person p on p.id = s.person_id
join membership m on m.account_id = s.account_id and m.person_id = s.person_id
join account a on a.id = s.account_id
where s.token_hash = $1
  and s.ended_at is null
  and s.expires_at > $2
  and s.last_seen_at > $2 - a.idle_seconds
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
