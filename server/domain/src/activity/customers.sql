select tenant, name
from customer
where account_id = $1
  and (tenant in (select value from json_each($2)) or name in (select value from json_each($3)))
