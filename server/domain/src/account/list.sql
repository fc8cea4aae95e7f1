select id, mpn_id, name
from account
order by mpn_id
