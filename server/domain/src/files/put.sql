insert into file (account_id, id, person_id, name, wanted, delivery, state, asked_at)
values ($1, $2, $3, $4, $5, $6, 'waiting', $7)
