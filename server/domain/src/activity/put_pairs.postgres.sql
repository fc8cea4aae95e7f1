insert into activity_pair (pair, side, id)
select
  value ->> 0,
  cast(value ->> 1 as bigint),
  cast(value ->> 2 as bigint)
from json_array_elements(cast($1 as json))
on conflict (pair, side, id) do nothing
