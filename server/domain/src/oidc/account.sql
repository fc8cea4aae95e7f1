select m.account_id
from membership m
left join session s on s.account_id = m.account_id and s.person_id = m.person_id
where m.person_id = $1
  and m.confirmed_at is not null
  and m.disabled_at is null
  and m.removed_at is null
group by m.account_id, m.created_at
order by coalesce(max(s.created_at), 0) desc, m.created_at, m.account_id
limit 1
