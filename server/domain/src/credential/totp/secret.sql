select secret
from totp
where person_id = $1
  and confirmed_at is not null
