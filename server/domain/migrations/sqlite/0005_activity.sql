-- The customers' activity log: who of the partner did what to which customer, when. Rows are only ever added: a month is never
-- replaced. A row of the vendor's page (CSV) that is in its API's answer too is one row, with what the API says of it.
create table activity (
  -- In the order of time: seconds times 2^30, and below that the fraction and what makes it unique. The full-text index refers
  -- to rows by it, so that a search finds the newest first without sorting.
  id            integer not null primary key,
  account_id    blob    not null references account (id),
  -- Instants in seconds, and as the vendor wrote it.
  at            integer not null,
  at_text       text    not null,
  -- What the API calls the record, or a hash of it where it has no name; nothing while only the vendor's page told of it.
  key           text,
  -- A hash of minute, customer, operation, user and status: what the page and the API have in common.
  twin_of       integer not null,
  -- Rows with the same hash are numbered from 1.
  nth           integer not null,
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
  import_id     blob    not null,
  unique (account_id, id),
  foreign key (account_id, import_id) references import (account_id, id)
) strict;

create unique index activity_twin on activity (account_id, twin_of, nth);
create unique index activity_key on activity (account_id, key) where key is not null;
create index activity_by_operation on activity (account_id, operation, id);
create index activity_by_group on activity (account_id, operation_group, id);
create index activity_by_status on activity (account_id, status, id);
create index activity_by_actor on activity (account_id, actor, id);

-- Words in any script: every three letters that follow each other.
create virtual table activity_text using fts5 (
  customer, old_value, new_value, information, more,
  content = 'activity', content_rowid = 'id', tokenize = 'trigram'
);

create trigger activity_added after insert on activity begin
  insert into activity_text (rowid, customer, old_value, new_value, information, more)
  values (new.id, new.customer, new.old_value, new.new_value, new.information, new.more);
end;

create trigger activity_removed after delete on activity begin
  insert into activity_text (activity_text, rowid, customer, old_value, new_value, information, more)
  values ('delete', old.id, old.customer, old.old_value, old.new_value, old.information, old.more);
end;

create trigger activity_told after update on activity begin
  insert into activity_text (activity_text, rowid, customer, old_value, new_value, information, more)
  values ('delete', old.id, old.customer, old.old_value, old.new_value, old.information, old.more);
  insert into activity_text (rowid, customer, old_value, new_value, information, more)
  values (new.id, new.customer, new.old_value, new.new_value, new.information, new.more);
end;
