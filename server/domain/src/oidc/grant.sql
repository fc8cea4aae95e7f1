insert into role_grant (account_id, id, person_id, role, granted_at, via)
values ($1, $2, $3, $4, $5, 'group')
