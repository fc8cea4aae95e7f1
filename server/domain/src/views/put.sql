insert into saved_view (account_id, id, person_id, name, page, query, standard, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
