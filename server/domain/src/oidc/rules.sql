select group_name, role
from group_role
where account_id = $1
order by group_name, role
