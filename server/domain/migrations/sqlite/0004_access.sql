-- Access: second factors, sessions, time-bound grants, requests, reviews, tokens, background work. Secrets are stored as hashes, or
-- sealed with the installation's key where the plain value is needed again. Times are whole seconds since 1970 in UTC.

alter table account add column needs_second_factor integer not null default 1;
alter table account add column idle_seconds integer not null default 1800;
alter table account add column session_seconds integer not null default 43200;
-- Whether groups of the identity provider give roles here.
alter table account add column maps_groups integer not null default 0;
-- How long what an import replaced, and undone imports, are kept.
alter table account add column keep_days integer not null default 400;
-- Set when the first-run steps were finished.
alter table account add column set_up_at integer;

-- The language that the person last used: letters are written in it.
alter table person add column locale text;

-- When what the import brought for the month was removed: it was replaced or undone long ago.
alter table import_month add column removed_at integer;

-- Disabling is an account's own act: nothing that one partner does shows in another.
alter table person drop column disabled_at;
alter table membership add column disabled_at integer;
alter table membership add column removed_at integer;
alter table membership add column guest integer not null default 0;

-- A grant that has passed its end date counts for nothing from that second on; the worker writes `ended` later.
alter table role_grant add column until_at integer;
-- How it came: page, bulk, request, host, group.
alter table role_grant add column via text not null default 'page';
-- How it went: revoked, expired, removed. Null while `revoked_at` is.
alter table role_grant add column ended text;
update role_grant set ended = 'revoked' where revoked_at is not null;
alter table role_grant add column reminded_at integer;

-- What a link is for: invitation, sign_in, reset.
alter table sign_in_link add column kind text not null default 'sign_in';
alter table sign_in_link add column made_by blob references person (id);

-- Sessions are short-lived: everybody signs in again after this change.
drop table session;

create table session (
  token_hash       blob    not null primary key,
  -- What lists name it by; the token stays secret.
  id               blob    not null unique,
  person_id        blob    not null references person (id),
  account_id       blob    not null references account (id),
  -- How the person proved who they are: link, password, passkey, oidc.
  method           text    not null,
  created_at       integer not null,
  last_seen_at     integer not null,
  expires_at       integer not null,
  -- When the person last proved who they are: fresh for ten minutes.
  proved_at        integer not null,
  -- When the second factor was given; null until then.
  second_factor_at integer,
  ip               text    not null default '',
  agent            text    not null default '',
  -- Set when the person gains a role: the next page gives the session a new secret.
  renew            integer not null default 0,
  -- One when an admin of the account vouches for the person, by a link, and nothing of the person's own does: it is worth
  -- nothing in other accounts.
  account_only     integer not null default 0,
  ended_at         integer
) strict;

create index session_of_person on session (person_id);

create table password (
  person_id     blob    not null primary key references person (id),
  phc           text    not null,
  set_at        integer not null,
  -- Whether it is long enough without a second factor beside it.
  stands_alone  integer not null
) strict;

create table totp (
  person_id     blob    not null primary key references person (id),
  -- Sealed.
  secret        blob    not null,
  created_at    integer not null,
  -- Null until a first code proved that the secret arrived.
  confirmed_at  integer,
  -- The last time step used: a code works once.
  last_step     integer not null default 0
) strict;

create table passkey (
  person_id     blob    not null references person (id),
  credential_id blob    not null unique,
  name          text    not null,
  -- The public key and the authenticator's state.
  data          blob    not null,
  created_at    integer not null,
  last_used_at  integer,
  primary key (person_id, credential_id)
) strict;

create table recovery_code (
  person_id     blob    not null references person (id),
  code_hash     blob    not null,
  created_at    integer not null,
  used_at       integer,
  primary key (person_id, code_hash)
) strict;

-- A passkey or identity-provider exchange under way, bound to a browser by a cookie.
create table ceremony (
  token_hash    blob    not null primary key,
  kind          text    not null,
  person_id     blob    references person (id),
  data          blob    not null,
  expires_at    integer not null
) strict;

create table identity (
  issuer        text    not null,
  subject       text    not null,
  person_id     blob    not null references person (id),
  linked_at     integer not null,
  last_used_at  integer,
  -- Whether the provider vouched for a second factor when it was last used.
  second_factor integer not null default 0,
  primary key (issuer, subject)
) strict;

create index identity_of_person on identity (person_id);

-- Failures in a row by key (an e-mail address's or a network's hash): survives restarts.
create table throttle (
  key           blob    not null primary key,
  failures      integer not null,
  last_at       integer not null
) strict;

create table group_role (
  account_id    blob    not null references account (id),
  group_name    text    not null,
  role          text    not null,
  primary key (account_id, group_name, role)
) strict;

create table access_request (
  account_id    blob    not null,
  id            blob    not null,
  person_id     blob    not null,
  role          text    not null,
  note          text    not null default '',
  asked_at      integer not null,
  -- open, approved, denied, withdrawn, lapsed.
  state         text    not null default 'open',
  decided_at    integer,
  decided_by    blob    references person (id),
  reason        text    not null default '',
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
) strict;

create unique index access_request_open on access_request (account_id, person_id, role) where state = 'open';

create table access_review (
  account_id    blob    not null references account (id),
  id            blob    not null,
  started_at    integer not null,
  started_by    blob    references person (id),
  finished_at   integer,
  finished_by   blob    references person (id),
  -- What was decided, as text; its SHA-256 stands in the audit trail. Null until finished.
  record        text,
  primary key (account_id, id)
) strict;

create unique index access_review_open on access_review (account_id) where finished_at is null;

create table review_item (
  account_id     blob    not null,
  review_id      blob    not null,
  person_id      blob    not null,
  role           text    not null,
  last_used_at   integer,
  -- keep or revoke.
  recommendation text    not null,
  decision       text,
  note           text    not null default '',
  decided_at     integer,
  decided_by     blob    references person (id),
  primary key (account_id, review_id, person_id, role),
  foreign key (account_id, review_id) references access_review (account_id, id)
) strict;

-- What a person should know: a colleague got the role, a request was decided, a grant ends soon.
create table notice (
  account_id    blob    not null references account (id),
  id            blob    not null,
  person_id     blob    not null references person (id),
  kind          text    not null,
  details       text    not null,
  at            integer not null,
  seen_at       integer,
  -- When a letter was written about it, where letters are.
  mailed_at     integer,
  primary key (account_id, id)
) strict;

create index notice_unseen on notice (account_id, person_id) where seen_at is null;

create index notice_unmailed on notice (at) where mailed_at is null;

create table api_token (
  account_id    blob    not null,
  id            blob    not null unique,
  person_id     blob    not null,
  name          text    not null,
  token_hash    blob    not null unique,
  -- The last four characters, to tell tokens apart.
  ending        text    not null,
  -- Space separated: feed, api, import.
  scopes        text    not null,
  created_at    integer not null,
  expires_at    integer not null,
  -- To the minute.
  last_used_at  integer,
  last_ip       text    not null default '',
  revoked_at    integer,
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
) strict;

-- Work for later, done at least once; a row is taken by moving `locked_until`.
create table job (
  id            blob    not null primary key,
  kind          text    not null,
  -- Two jobs of one key are one job.
  key           text    not null unique,
  details       text    not null,
  due_at        integer not null,
  attempts      integer not null default 0,
  locked_until  integer,
  error         text
) strict;

create index job_due on job (due_at);

-- Each row's SHA-256 over the row before and itself; null only in rows from before the chain, until the program opens the file.
alter table audit add column hash blob;

create trigger audit_only_grows before update on audit when old.hash is not null
begin
  select raise(abort, 'the audit trail only grows');
end;

create trigger audit_keeps_all before delete on audit
begin
  select raise(abort, 'the audit trail only grows');
end;

-- `insert or replace` removes rows without a trigger of its own.
create trigger audit_replaces_none before insert on audit
when exists (select 1 from audit where account_id = new.account_id and seq = new.seq)
begin
  select raise(abort, 'the audit trail only grows');
end;

-- The newest row of each chain, sealed with the installation's key: shows a chain cut short.
create table audit_head (
  account_id    blob    not null primary key references account (id),
  seq           integer not null,
  hash          blob    not null,
  mac           blob    not null,
  -- When the chain was last gone through, and what it turned out to be, as JSON.
  checked_at    integer,
  verdict       text
) strict;
