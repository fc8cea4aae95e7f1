-- What the partner says of a customer in place of what the vendor's rows say; nothing where it says nothing.
alter table customer add column own_name text;
-- The key of a term of kind 'market'.
alter table customer add column own_market text;
-- The tenant of the customer that this one counts as part of. That one is part of no other.
alter table customer add column merged_into text;

create index customer_overrides on customer (account_id)
where own_name is not null or own_market is not null or merged_into is not null;

-- Products that are left out of all totals of licences: the keys of terms of kind 'product'.
create table product_left_out (
  account_id blob    not null references account (id),
  product text not null,
  primary key (account_id, product)
) strict;
