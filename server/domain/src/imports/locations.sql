select mpn_id
from location
where account_id = $1
