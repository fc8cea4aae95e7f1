update activity
set information = r.information
from json_to_recordset(cast($2 as json)) as r (id bigint, information text)
where activity.account_id = $1
  and activity.id = r.id
  and activity.information = ''
  and activity.new_value <> r.information
