select
  (select count(*) from totp t where t.person_id = $1 and t.confirmed_at is not null) as totp,
  (select count(*) from passkey k where k.person_id = $1) as passkeys,
  cast(case when s.second_factor_at is null then 0 else 1 end as bigint) as given
from session s
where s.id = $2
  and s.person_id = $1
  and s.ended_at is null
