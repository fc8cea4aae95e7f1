insert into role_grant (account_id, id, person_id, role, granted_at, granted_by, reason, until_at, via)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
