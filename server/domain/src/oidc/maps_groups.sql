select maps_groups
from account
where id = $1
