select id
from account
where not exists (
  select 1
  from audit_head
  where account_id = account.id
)
