select mpn_id
from account
where id = $1
