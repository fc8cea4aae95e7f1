-- Every two letters of East Asian scripts that follow each other in a record: words of two letters are found by them.
create table activity_pair (
  pair text not null,
  -- 0 in the customer's name, 1 in the details.
  side integer not null,
  -- The record. One that has been joined with another leaves its pairs behind, which lead nowhere.
  id   integer not null,
  primary key (pair, side, id)
) strict, without rowid;

with recursive texts (id, side, body) as (
  select id, 0, customer from activity
  union all
  select id, 1, old_value || ' ' || new_value || ' ' || information || ' ' || more from activity
), places (id, side, body, place) as (
  select id, side, body, 1 from texts
  union all
  select id, side, body, place + 1 from places where place < length(body)
)
insert or ignore into activity_pair (pair, side, id)
select substr(body, place, 2), side, id
from places
where unicode(substr(body, place, 1)) >= 11904
  and unicode(substr(body, place + 1, 1)) >= 11904;
