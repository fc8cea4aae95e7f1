select seq, at, actor_id, action, subject, details, hash
from audit
where account_id = $1
  and seq > $2
order by seq
limit $3
