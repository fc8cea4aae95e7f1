insert into access_review (account_id, id, started_at, started_by)
values ($1, $2, $3, $4)
on conflict (account_id) where finished_at is null do nothing
