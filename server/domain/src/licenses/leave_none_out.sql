delete from product_left_out
where account_id = $1
