select id
from account
where id = $1
for no key update
