update audit_head
set checked_at = $2,
    verdict = $3
where account_id = $1
