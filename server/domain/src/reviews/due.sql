select a.id
from account a
left join access_review r on r.account_id = a.id and r.finished_at is not null
where not exists (
    select 1
    from access_review o
    where o.account_id = a.id
      and o.finished_at is null
  )
  and not exists (
    select 1
    from notice n
    where n.account_id = a.id
      and n.kind = 'review_due'
      and n.at > $2
  )
group by a.id, a.created_at
having coalesce(max(r.finished_at), a.created_at) <= $1
