select person_id, name
from api_token
where account_id = $1
  and id = $2
