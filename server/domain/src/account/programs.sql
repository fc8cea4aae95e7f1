select program
from account_program
where account_id = $1
order by program
