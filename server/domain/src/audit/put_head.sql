insert into audit_head (account_id, seq, hash, mac)
values ($1, $2, $3, $4)
on conflict (account_id) do update
set seq = excluded.seq,
    hash = excluded.hash,
    mac = excluded.mac
