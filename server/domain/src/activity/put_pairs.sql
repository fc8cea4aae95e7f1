insert into activity_pair (pair, side, id)
select
  value ->> 0,
  value ->> 1,
  value ->> 2
from json_each($1)
where true
on conflict (pair, side, id) do nothing
