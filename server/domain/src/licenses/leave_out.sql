insert into product_left_out (account_id, product)
values ($1, $2)
on conflict (account_id, product) do nothing
