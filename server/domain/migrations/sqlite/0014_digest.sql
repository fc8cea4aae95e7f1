-- Weekly letters about what changed: who does not want them, and which one was the last.
create table digest_letter (
  account_id    blob    not null,
  person_id     blob    not null,
  -- 0 when the person has stopped them. Who is not here wants them.
  wanted        integer not null default 1,
  -- The Monday of the last one that was put down; 0 before the first.
  week_at       integer not null default 0,
  primary key (account_id, person_id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
) strict;
