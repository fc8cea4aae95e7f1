select id, tenant
from customer
where account_id = $1
