select coalesce(max(r.finished_at), a.created_at) as since
from account a
left join access_review r on r.account_id = a.id
where a.id = $1
group by a.id, a.created_at
