select data_version
from account
where id = $1
