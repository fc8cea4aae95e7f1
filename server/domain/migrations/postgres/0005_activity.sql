-- The customers' activity log: who of the partner did what to which customer, when. Rows are only ever added: a month is never
-- replaced. A row of the vendor's page (CSV) that is in its API's answer too is one row, with what the API says of it.
create table activity (
  -- In the order of time: seconds times 2^30, and below that the fraction and what makes it unique.
  id            bigint not null,
  account_id    uuid    not null references account (id),
  -- Instants in seconds, and as the vendor wrote it.
  at            bigint not null,
  at_text       text    not null,
  -- What the API calls the record, or a hash of it where it has no name; nothing while only the vendor's page told of it.
  key           text,
  -- A hash of minute, customer, operation, user and status: what the page and the API have in common.
  twin_of       bigint not null,
  -- Rows with the same hash are numbered from 1.
  nth           bigint not null,
  -- Empty where the record is of no customer. The page gives the name alone.
  tenant        text    not null,
  customer      text    not null,
  operation     text    not null,
  operation_group text  not null,
  status        text    not null,
  -- The user, or the application where none is named.
  actor         text    not null,
  application   text    not null,
  resource      text    not null,
  old_value     text    not null,
  new_value     text    not null,
  -- What the page says of it.
  information   text    not null,
  -- JSON object: everything else that the API said.
  more          text    not null,
  import_id     uuid    not null,
  primary key (account_id, id),
  foreign key (account_id, import_id) references import (account_id, id)
);

create unique index activity_twin on activity (account_id, twin_of, nth);
create unique index activity_key on activity (account_id, key) where key is not null;
create index activity_by_operation on activity (account_id, operation, id);
create index activity_by_group on activity (account_id, operation_group, id);
create index activity_by_status on activity (account_id, status, id);
create index activity_by_actor on activity (account_id, actor, id);

-- Words in any script. Without leave to create the extension a search reads the rows: slower, and the same rows.
do $$
begin
  create extension if not exists pg_trgm;
  create index activity_text on activity using gin (
    customer gin_trgm_ops,
    old_value gin_trgm_ops,
    new_value gin_trgm_ops,
    information gin_trgm_ops,
    more gin_trgm_ops
  );
exception
  when others then
    raise notice 'no full-text index: %', sqlerrm;
end
$$;
