select account_id, seq, hash, mac
from audit_head
where seq > 0
order by account_id
