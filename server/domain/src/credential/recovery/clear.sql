delete from recovery_code
where person_id = $1
