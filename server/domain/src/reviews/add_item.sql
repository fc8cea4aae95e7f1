insert into review_item (account_id, review_id, person_id, role, last_used_at, recommendation)
values ($1, $2, $3, $4, $5, $6)
