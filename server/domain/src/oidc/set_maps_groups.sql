update account
set maps_groups = $2
where id = $1
