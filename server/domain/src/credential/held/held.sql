select
  (select w.set_at from password w where w.person_id = $1) as password,
  (select t.confirmed_at from totp t where t.person_id = $1) as app,
  (select count(*) from recovery_code c where c.person_id = $1 and c.used_at is null) as codes
