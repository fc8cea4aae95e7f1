insert into recovery_code (person_id, code_hash, created_at)
values ($1, $2, $3)
