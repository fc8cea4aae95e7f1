select person_id
from identity
where issuer = $1
  and subject = $2
