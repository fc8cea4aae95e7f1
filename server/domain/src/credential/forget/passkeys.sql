delete from passkey
where person_id = $1
