-- What came in: dictionaries, imports, segments. Months are their first day, 2026-10-01.

-- Small dictionaries of an account: products, workloads, markets, segments, channels, states and so on. Id 0 is "unknown" and never stored.
create table term (
  account_id    uuid    not null references account (id),
  kind          text    not null,
  id            bigint not null,
  -- The vendor's spelling, folded: what makes two spellings one term.
  key           text    not null,
  -- The vendor's spelling as first seen.
  label         text    not null,
  primary key (account_id, kind, id),
  unique (account_id, kind, key)
);

create table customer (
  account_id    uuid    not null references account (id),
  id            bigint not null,
  -- The tenant's GUID in lower case.
  tenant        text    not null,
  name          text    not null,
  domain        text    not null default '',
  tpid          text    not null default '',
  duns          text    not null default '',
  -- The month whose rows gave the name: a later month renames, an earlier one does not.
  named_in      text    not null,
  primary key (account_id, id),
  unique (account_id, tenant)
);

create table import (
  account_id    uuid    not null references account (id),
  id            uuid    not null,
  file          text    not null,
  sha256        bytea    not null,
  bytes         bigint not null,
  dataset       text,
  state         text    not null,
  started_at    bigint not null,
  -- Moves while the import lives; one that stopped moving was interrupted.
  seen_at       bigint not null,
  ended_at      bigint,
  bytes_read    bigint not null default 0,
  rows          bigint not null default 0,
  bad_rows      bigint not null default 0,
  -- JSON: model::ImportNote.
  notes         text    not null default '[]',
  by            uuid    references person (id),
  primary key (account_id, id)
);

create index import_of_hash on import (account_id, sha256) where state = 'done';
create index import_by_time on import (account_id, started_at);

-- Which import a month of a dataset comes from. One row per (dataset, month) is current; the others are its history.
create table import_month (
  account_id    uuid    not null,
  dataset       text    not null,
  month         text    not null,
  import_id     uuid    not null,
  current       bigint not null,
  replaced      uuid,
  rows          bigint not null,
  -- JSON object: the dataset's totals by measure.
  totals        text    not null,
  primary key (account_id, dataset, month, import_id),
  foreign key (account_id, import_id) references import (account_id, id)
);

create unique index import_month_current on import_month (account_id, dataset, month) where current = 1;

create table segment (
  account_id    uuid    not null,
  dataset       text    not null,
  month         text    not null,
  import_id     uuid    not null,
  part          bigint not null,
  rows          bigint not null,
  -- How `bytes` is written, for instance arrow-ipc-zstd-1.
  format        text    not null,
  -- CRC-32 of `bytes`.
  checksum      bigint not null,
  -- JSON object: customers, the highest id of each dimension, the sum of each measure.
  summary       text    not null,
  -- Last: what stands behind a large value is slow to reach.
  bytes         bytea    not null,
  primary key (account_id, dataset, month, import_id, part),
  foreign key (account_id, dataset, month, import_id) references import_month (account_id, dataset, month, import_id)
);
