select credential_id, name, created_at, last_used_at
from passkey
where person_id = $1
order by created_at, credential_id
