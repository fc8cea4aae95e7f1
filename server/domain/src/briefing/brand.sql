select a.name, b.colour, b.logo_kind
from account a
left join brand b on b.account_id = a.id
where a.id = $1
