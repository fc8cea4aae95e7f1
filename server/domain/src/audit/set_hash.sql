update audit
set hash = $3
where account_id = $1
  and seq = $2
  and hash is null
