select record
from access_review
where account_id = $1
  and id = $2
  and finished_at is not null
