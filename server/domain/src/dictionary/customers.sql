select id, tenant, coalesce(own_name, name) as name, domain, merged_into
from customer
where account_id = $1
order by id
