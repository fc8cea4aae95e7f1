select logo_kind, logo
from brand
where account_id = $1
  and logo is not null
