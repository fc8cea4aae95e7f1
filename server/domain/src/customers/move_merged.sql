update customer
set merged_into = $3
where account_id = $1
  and merged_into = $2
