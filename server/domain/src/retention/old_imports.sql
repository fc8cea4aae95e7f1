select i.id
from import i
join account a on a.id = i.account_id
where i.ended_at < $1 - a.keep_days * 86400
order by i.id
