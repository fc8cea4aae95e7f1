select h.seq, h.checked_at, h.verdict
from account a
left join audit_head h on h.account_id = a.id
where a.id = $1
