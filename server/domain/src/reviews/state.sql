select r.finished_at, p.name as finished_by
from access_review r
left join person p on p.id = r.finished_by
where r.account_id = $1
  and r.id = $2
