select
  r.id,
  r.started_at,
  s.name as started_by,
  r.finished_at,
  f.name as finished_by,
  (
    select count(*)
    from review_item i
    where i.account_id = r.account_id
      and i.review_id = r.id
      and i.decision = 'keep'
  ) as kept,
  (
    select count(*)
    from review_item i
    where i.account_id = r.account_id
      and i.review_id = r.id
      and i.decision = 'revoke'
  ) as revoked,
  r.record
from access_review r
left join person s on s.id = r.started_by
left join person f on f.id = r.finished_by
where r.account_id = $1
order by r.started_at desc, r.id desc
limit 50
