insert into file_plan (account_id, id, person_id, name, wanted, every, delivery, next_at, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
