-- What review reports for customers carry beside figures: the account's colour and logo.
create table brand (
  account_id    uuid    not null primary key references account (id),
  -- #rrggbb, dark enough for white letters.
  colour        text,
  -- image/png or image/jpeg.
  logo_kind     text,
  logo          bytea
);

-- What is said to a customer in its next review report, and in which language.
create table briefing (
  account_id    uuid    not null references account (id),
  tenant        text    not null,
  language      text,
  comment       text    not null,
  primary key (account_id, tenant)
);
