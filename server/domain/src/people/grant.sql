insert into role_grant (account_id, id, person_id, role, granted_at, granted_by, reason)
values ($1, $2, $3, $4, $5, $6, $7)
