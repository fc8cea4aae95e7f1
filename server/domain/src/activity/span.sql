select
  cast((select min(id) from activity where account_id = $1) as bigint) as oldest,
  cast((select max(id) from activity where account_id = $1) as bigint) as newest,
  cast(coalesce((select records from activity_log where account_id = $1), 0) as bigint) as records
