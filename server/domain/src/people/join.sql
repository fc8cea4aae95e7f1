insert into membership (account_id, person_id, created_at)
values ($1, $2, $3)
on conflict (account_id, person_id) do nothing
