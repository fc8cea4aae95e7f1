insert into import_month (account_id, dataset, month, import_id, current, replaced, rows, totals)
values ($1, $2, $3, $4, 1, $5, $6, $7)
