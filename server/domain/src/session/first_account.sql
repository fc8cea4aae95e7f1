select m.account_id
from membership m
join account a on a.id = m.account_id
where m.person_id = $1
order by m.created_at, a.mpn_id
limit 1
