select distinct account_id
from role_grant
where revoked_at is null
  and reminded_at is null
  and until_at > $1
  and until_at <= $2
