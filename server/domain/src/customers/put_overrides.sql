update customer
set own_name = $3,
    own_market = $4,
    merged_into = $5
where account_id = $1
  and tenant = $2
