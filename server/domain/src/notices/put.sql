insert into notice (account_id, id, person_id, kind, details, at)
values ($1, $2, $3, $4, $5, $6)
