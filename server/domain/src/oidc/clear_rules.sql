delete from group_role
where account_id = $1
