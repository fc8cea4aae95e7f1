select person_id, role
from role_grant
where account_id = $1
  and revoked_at is null
  and (until_at is null or until_at > $2)
