select rows, format, checksum, summary, bytes
from segment
where account_id = $1
  and dataset = $2
  and month = $3
  and import_id = $4
order by part
