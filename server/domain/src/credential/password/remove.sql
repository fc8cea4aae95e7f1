delete from password
where person_id = $1
