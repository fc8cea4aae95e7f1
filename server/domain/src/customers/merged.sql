select tenant, name
from customer
where account_id = $1
  and merged_into = $2
order by name, tenant
