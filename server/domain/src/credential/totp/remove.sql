delete from totp
where person_id = $1
