insert into activity (
  account_id, import_id, id, at, at_text, key, twin_of, nth, tenant, customer, operation, operation_group, status, actor, application, resource, old_value, new_value, information, more
)
select
  $1,
  $2,
  value ->> 'id',
  value ->> 'at',
  value ->> 'at_text',
  value ->> 'key',
  value ->> 'twin_of',
  value ->> 'nth',
  value ->> 'tenant',
  value ->> 'customer',
  value ->> 'operation',
  value ->> 'operation_group',
  value ->> 'status',
  value ->> 'actor',
  value ->> 'application',
  value ->> 'resource',
  value ->> 'old_value',
  value ->> 'new_value',
  value ->> 'information',
  value ->> 'more'
from json_each($3)
