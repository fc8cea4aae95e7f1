insert into audit (account_id, seq, at, actor_id, action, subject, details)
select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6
from audit
where account_id = $1
