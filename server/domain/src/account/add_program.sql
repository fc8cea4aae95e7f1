insert into account_program (account_id, program)
values ($1, $2)
on conflict (account_id, program) do nothing
