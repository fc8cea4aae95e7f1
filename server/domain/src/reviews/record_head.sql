select a.mpn_id, a.name, r.started_at, s.name as started_by, f.name as finished_by
from access_review r
join account a on a.id = r.account_id
left join person s on s.id = r.started_by
left join person f on f.id = $3
where r.account_id = $1
  and r.id = $2
