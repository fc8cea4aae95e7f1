select
  cast(case when m.confirmed_at is null then 1 else 0 end as bigint) as joins,
  (select count(*) from membership o where o.person_id = m.person_id and o.confirmed_at is not null) as confirmed,
  (select count(*) from password w where w.person_id = m.person_id)
    + (select count(*) from passkey k where k.person_id = m.person_id)
    + (select count(*) from identity i where i.person_id = m.person_id) as own_ways
from membership m
where m.account_id = $1
  and m.person_id = $2
