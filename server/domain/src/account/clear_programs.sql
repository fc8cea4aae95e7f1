delete from account_program
where account_id = $1
