insert into activity (
  account_id, import_id, id, at, at_text, key, twin_of, nth, tenant, customer, operation, operation_group, status, actor, application, resource, old_value, new_value, information, more
)
select
  cast($1 as uuid),
  cast($2 as uuid),
  r.id,
  r.at,
  r.at_text,
  r.key,
  r.twin_of,
  r.nth,
  r.tenant,
  r.customer,
  r.operation,
  r.operation_group,
  r.status,
  r.actor,
  r.application,
  r.resource,
  r.old_value,
  r.new_value,
  r.information,
  r.more
from json_to_recordset(cast($3 as json)) as r (
  id bigint, at bigint, at_text text, key text, twin_of bigint, nth bigint, tenant text, customer text, operation text, operation_group text, status text, actor text, application text, resource text, old_value text, new_value text, information text, more text
)
