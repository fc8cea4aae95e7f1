update person
set name = name
where id = $1
