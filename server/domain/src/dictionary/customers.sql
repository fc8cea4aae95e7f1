select id, tenant, name, domain
from customer
where account_id = $1
order by id
