update person
set locale = $2
where id = $1
