select 1
from (select pg_advisory_xact_lock(hashtextextended('imports ' || cast($1 as uuid), 0))) as locked
