-- Accounts, people, roles, sessions, audit. Times are whole seconds since 1970 in UTC.

create table account (
  id            blob    not null primary key,
  mpn_id        text    not null unique,
  name          text    not null,
  created_at    integer not null,
  -- Moves with every change of the account's facts; answers carry it.
  data_version  integer not null default 0
) strict;

create table account_program (
  account_id    blob    not null references account (id),
  program       text    not null,
  primary key (account_id, program)
) strict;

create table location (
  account_id    blob    not null references account (id),
  mpn_id        text    not null,
  name          text    not null,
  country       text    not null,
  city          text    not null,
  primary key (account_id, mpn_id)
) strict;

create table person (
  id            blob    not null primary key,
  -- Lower case, so that one address is one person.
  email         text    not null unique,
  name          text    not null,
  created_at    integer not null,
  disabled_at   integer
) strict;

create table membership (
  account_id    blob    not null references account (id),
  person_id     blob    not null references person (id),
  created_at    integer not null,
  -- Set when the person first signs in: nobody acts before that.
  confirmed_at  integer,
  -- Moves with every change of the person's roles here; Update sends back the one it saw.
  version       integer not null default 0,
  primary key (account_id, person_id)
) strict;

create index membership_of_person on membership (person_id);

create table role_grant (
  account_id    blob    not null,
  id            blob    not null,
  person_id     blob    not null,
  role          text    not null,
  granted_at    integer not null,
  -- Null when the host's command line did it.
  granted_by    blob    references person (id),
  reason        text    not null default '',
  revoked_at    integer,
  revoked_by    blob    references person (id),
  revoke_reason text    not null default '',
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
) strict;

create unique index role_grant_held on role_grant (account_id, person_id, role) where revoked_at is null;

create table sign_in_link (
  token_hash    blob    not null primary key,
  -- The account that the link leads to.
  account_id    blob    not null references account (id),
  person_id     blob    not null references person (id),
  created_at    integer not null,
  expires_at    integer not null,
  used_at       integer
) strict;

create table session (
  token_hash    blob    not null primary key,
  person_id     blob    not null references person (id),
  account_id    blob    not null references account (id),
  created_at    integer not null,
  last_seen_at  integer not null,
  expires_at    integer not null,
  ended_at      integer
) strict;

create index session_of_person on session (person_id);

create table audit (
  account_id    blob    not null references account (id),
  seq           integer not null,
  at            integer not null,
  -- Null when the host's command line acted.
  actor_id      blob,
  action        text    not null,
  subject       text    not null,
  details       text    not null,
  primary key (account_id, seq)
) strict;
