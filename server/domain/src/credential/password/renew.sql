update password
set phc = $2
where person_id = $1
