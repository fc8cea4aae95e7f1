select
  r.person_id,
  r.role,
  r.state,
  d.name as decided_by,
  cast(case when m.disabled_at is null and m.removed_at is null then 1 else 0 end as bigint) as live
from access_request r
join membership m on m.account_id = r.account_id and m.person_id = r.person_id
left join person d on d.id = r.decided_by
where r.account_id = $1
  and r.id = $2
