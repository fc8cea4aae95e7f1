delete from passkey
where person_id = $1
  and credential_id = $2
returning name
