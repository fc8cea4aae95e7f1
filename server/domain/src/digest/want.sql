insert into digest_letter (account_id, person_id, wanted)
values ($1, $2, $3)
on conflict (account_id, person_id) do update
set wanted = excluded.wanted
