select language, comment
from briefing
where account_id = $1
  and tenant = $2
