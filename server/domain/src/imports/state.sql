select state, file
from import
where account_id = $1
  and id = $2
