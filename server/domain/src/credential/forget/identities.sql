delete from identity
where person_id = $1
