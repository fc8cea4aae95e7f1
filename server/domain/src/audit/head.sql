select seq, hash, mac
from audit_head
where account_id = $1
