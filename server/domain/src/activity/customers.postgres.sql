select tenant, name
from customer
where account_id = $1
  and (
    tenant in (select value from json_array_elements_text(cast($2 as json)))
    or name in (select value from json_array_elements_text(cast($3 as json)))
  )
