insert into activity_log (account_id, records)
values ($1, $2)
on conflict (account_id) do update
set records = activity_log.records + excluded.records
