select role, via
from role_grant
where account_id = $1
  and person_id = $2
  and revoked_at is null
  and (until_at is null or until_at > $3)
