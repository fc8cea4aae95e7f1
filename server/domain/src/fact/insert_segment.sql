insert into segment (account_id, dataset, month, import_id, part, rows, format, checksum, summary, bytes)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
