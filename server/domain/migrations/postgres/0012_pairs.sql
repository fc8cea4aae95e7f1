-- Every two letters of East Asian scripts that follow each other in a record: words of two letters are found by them.
create table activity_pair (
  pair text not null,
  -- 0 in the customer's name, 1 in the details.
  side bigint  not null,
  -- The record. One that has been joined with another leaves its pairs behind, which lead nowhere.
  id   bigint  not null,
  primary key (pair, side, id)
);

insert into activity_pair (pair, side, id)
select substr(t.body, p.place, 2), t.side, t.id
from (
  select id, 0 as side, customer as body from activity
  union all
  select id, 1, old_value || ' ' || new_value || ' ' || information || ' ' || more from activity
) t
cross join lateral generate_series(1, length(t.body) - 1) as p (place)
where substr(t.body, p.place, 2) ~ '[^\x01-\u2e7f]{2}'
on conflict do nothing;
