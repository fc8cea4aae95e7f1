-- Queries that people keep by the programmatic Insights API.
create table insights_query (
  account_id    blob    not null,
  id            blob    not null,
  person_id     blob    not null,
  name          text    not null,
  description   text    not null,
  query         text    not null,
  created_at    integer not null,
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
) strict;

create index insights_query_of on insights_query (account_id, person_id, created_at);

-- Reports of such queries: made once at once, or again and again.
create table insights_report (
  account_id    blob    not null,
  id            blob    not null,
  person_id     blob    not null,
  query_id      blob    not null,
  name          text    not null,
  description   text    not null,
  -- What the files are made of, as JSON, with the query as it was.
  wanted        text    not null,
  -- active, paused, or over.
  state         text    not null,
  start_at      integer,
  -- Hours between two files, and how many are still to come; nothing for one file at once, and for ever.
  every_hours   integer,
  most          integer,
  remaining     integer,
  next_at       integer,
  created_at    integer not null,
  changed_at    integer not null,
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
) strict;

create index insights_report_of on insights_report (account_id, person_id, created_at);

create index insights_report_due on insights_report (next_at) where next_at is not null;

-- Of which report a file is.
alter table file add column report_id blob;

create index file_of_report on file (account_id, report_id, asked_at) where report_id is not null;
