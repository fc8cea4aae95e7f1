update activity
set information = value ->> 'information'
from json_each($2)
where activity.account_id = $1
  and activity.id = value ->> 'id'
  and activity.information = ''
  and activity.new_value <> value ->> 'information'
