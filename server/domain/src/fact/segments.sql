select a.data_version, s.dataset, s.month, s.import_id, s.part, s.rows, s.format, s.checksum, s.summary
from account a
left join import_month m on m.account_id = a.id and m.current = 1
left join segment s on s.account_id = m.account_id and s.dataset = m.dataset and s.month = m.month and s.import_id = m.import_id
where a.id = $1
order by s.dataset, s.month, s.part
