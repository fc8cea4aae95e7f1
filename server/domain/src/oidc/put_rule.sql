insert into group_role (account_id, group_name, role)
values ($1, $2, $3)
