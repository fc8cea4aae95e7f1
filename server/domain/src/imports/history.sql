select i.id, i.file, i.dataset, i.state, i.started_at, i.seen_at, i.ended_at, i.bytes, i.bytes_read, i.rows, i.bad_rows, i.notes, p.name as by
from import i
left join person p on p.id = i.by
where i.account_id = $1
order by i.started_at desc, i.id desc
limit $2
