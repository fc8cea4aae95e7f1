select count(*)
from password
where person_id = $1
  and stands_alone = 0
