select role
from role_grant
join membership using (account_id, person_id)
where account_id = $1
  and person_id = $2
  and revoked_at is null
  and (until_at is null or until_at > $3)
  and disabled_at is null
