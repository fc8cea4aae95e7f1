select seq, at, actor_id, action, subject, details
from audit
where account_id = $1
  and seq < $2
  and at >= $3
  and at < $4
  and (action = $5 or $5 is null)
  and (actor_id = $6 or subject = $7 or $6 is null)
  and ($8 like '%,' || subject || ',%' or lower(subject) like $9 escape '\' or $9 is null)
order by seq desc
limit $10
