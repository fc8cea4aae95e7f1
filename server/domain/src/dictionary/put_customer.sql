insert into customer (account_id, id, tenant, name, domain, tpid, duns, named_in)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (account_id, tenant) do update
set name = case when excluded.name <> '' and excluded.named_in >= customer.named_in then excluded.name else customer.name end,
    domain = case when excluded.domain <> '' then excluded.domain else customer.domain end,
    tpid = case when excluded.tpid <> '' then excluded.tpid else customer.tpid end,
    duns = case when excluded.duns <> '' then excluded.duns else customer.duns end,
    named_in = case when excluded.name <> '' and excluded.named_in >= customer.named_in then excluded.named_in else customer.named_in end
