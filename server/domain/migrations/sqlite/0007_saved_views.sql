-- Views of pages that people keep: each one's own, in one account.
create table saved_view (
  account_id    blob    not null,
  id            blob    not null,
  person_id     blob    not null,
  name          text    not null,
  -- The page's path, and the query of its address without the question mark.
  page          text    not null,
  query         text    not null,
  -- Whether the page opens with it: 0 or 1.
  standard      integer not null default 0,
  created_at    integer not null,
  primary key (account_id, id),
  foreign key (account_id, person_id) references membership (account_id, person_id)
) strict;

create index saved_view_of on saved_view (account_id, person_id);

create unique index saved_view_standard on saved_view (account_id, person_id, page) where standard = 1;
