select seq, hash, hash as mac
from audit
where account_id = $1
  and hash is not null
order by seq desc
limit 1
