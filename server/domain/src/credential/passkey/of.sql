select data
from passkey
where person_id = $1
order by created_at, credential_id
