-- Accounts, people, roles, sessions, audit. Times are whole seconds since 1970 in UTC.

create table account (
  id            uuid    not null primary key,
  mpn_id        text    not null unique,
  name          text    not null,
  created_at    bigint not null,
  -- Moves with every change of the account's facts; answers carry it.
  data_version  bigint not null default 0
);

create table account_program (
  account_id    uuid    not null references account (id),
  program       text    not null,
  primary key (account_id, program)
);

create table location (
  account_id    uuid    not null references account (id),
  mpn_id        text    not null,
  name          text    not null,
  country       text    not null,
  city          text    not null,
  primary key (account_id, mpn_id)
);

create table person (
  id            uuid    not null primary key,
  -- Lower case, so that one address is one person.
  email         text    not null unique,
  name          text    not null,
  created_at    bigint not null,
  disabled_at   bigint
);

create table membership (
  account_id    uuid    not null references account (id),
  person_id     uuid    not null references person (id),
  created_at    bigint not null,
  -- Set when the person first signs in: nobody acts before that.
  confirmed_at  bigint,
  -- Moves with every change of the person's roles here; Update sends back the one it saw.
  version       bigint not null default 0,
  primary key (account_id, person_id)
);

create index membership_of_person on membership (person_id);

create table role_grant (
  account_id    uuid    not null,
  id            uuid    not null,
  person_id     uuid    not null,
  role          text    not null,
  granted_at    bigint not null,
  -- Null when the host's command line did it.
  granted_by    uuid    references person (id),
  reason        text    not null default '',
  revoked_at    bigint,
  revoked_by    uuid    references person (id),
  revoke_reason text    not null default '',
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
);

create unique index role_grant_held on role_grant (account_id, person_id, role) where revoked_at is null;

create table sign_in_link (
  token_hash    bytea    not null primary key,
  -- The account that the link leads to.
  account_id    uuid    not null references account (id),
  person_id     uuid    not null references person (id),
  created_at    bigint not null,
  expires_at    bigint not null,
  used_at       bigint
);

create table session (
  token_hash    bytea    not null primary key,
  person_id     uuid    not null references person (id),
  account_id    uuid    not null references account (id),
  created_at    bigint not null,
  last_seen_at  bigint not null,
  expires_at    bigint not null,
  ended_at      bigint
);

create index session_of_person on session (person_id);

create table audit (
  account_id    uuid    not null references account (id),
  seq           bigint not null,
  at            bigint not null,
  -- Null when the host's command line acted.
  actor_id      uuid,
  action        text    not null,
  subject       text    not null,
  details       text    not null,
  primary key (account_id, seq)
);
