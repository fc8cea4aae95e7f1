select mpn_id, name
from location
where account_id = $1
order by mpn_id
