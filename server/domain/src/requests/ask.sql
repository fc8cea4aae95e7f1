insert into access_request (account_id, id, person_id, role, note, asked_at)
values ($1, $2, $3, $4, $5, $6)
