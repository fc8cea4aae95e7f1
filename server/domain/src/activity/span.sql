select cast(min(id) as bigint) as oldest, cast(max(id) as bigint) as newest, cast(count(*) as bigint) as records
from activity
where account_id = $1
