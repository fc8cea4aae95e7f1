insert into insights_query (account_id, id, person_id, name, description, query, created_at)
values ($1, $2, $3, $4, $5, $6, $7)
