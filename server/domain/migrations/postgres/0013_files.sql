-- Orders of files that people keep: made again by hand, or by themselves.
create table file_plan (
  account_id    uuid    not null,
  id            uuid    not null,
  person_id     uuid    not null,
  name          text    not null,
  -- What the files are made of, as JSON.
  wanted        text    not null,
  -- day, week or month; nothing for what is made by hand only.
  every         text,
  -- list, mail or folder.
  delivery      text    not null,
  next_at       bigint ,
  created_at    bigint  not null,
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
);

create index file_plan_of on file_plan (account_id, person_id);

create index file_plan_due on file_plan (next_at) where next_at is not null;

-- Files of rows, made in the background. The file itself is in the data directory, under its id.
create table file (
  account_id    uuid    not null,
  id            uuid    not null,
  person_id     uuid    not null,
  name          text    not null,
  wanted        text    not null,
  delivery      text    not null,
  -- waiting, making, made, failed or cancelled.
  state         text    not null,
  rows          bigint  not null default 0,
  -- Hundredths of the dataset gone through.
  percent       bigint  not null default 0,
  bytes         bigint ,
  problem       text,
  -- What stands beside the rows: what they are of, as of when, and what their columns mean.
  notes         text    not null default '',
  -- How often it was begun, and when whoever makes it was last heard of.
  tries         bigint  not null default 0,
  seen_at       bigint ,
  asked_at      bigint  not null,
  ended_at      bigint ,
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
);

create index file_of on file (account_id, person_id, asked_at);

create index file_open on file (asked_at) where state in ('waiting', 'making');
