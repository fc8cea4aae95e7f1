select
  (select count(*) from totp t where t.person_id = $1 and t.confirmed_at is not null) as totp,
  (select count(*) from passkey k where k.person_id = $1) as passkeys,
  cast(case when s.second_factor_at is null then 0 else 1 end as bigint) as given,
  (
    select count(*)
    from membership m
    where m.person_id = $1
      and m.account_id <> s.account_id
      and m.confirmed_at is not null
      and m.removed_at is null
      and s.account_only = 1
  ) as out_of_reach
from session s
where s.id = $2
  and s.person_id = $1
  and s.ended_at is null
