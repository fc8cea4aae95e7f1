select
  i.person_id,
  p.name,
  p.email,
  i.role,
  i.last_used_at,
  i.recommendation,
  i.decision,
  i.note,
  i.decided_at,
  d.name as decided_by,
  cast(case
    when exists (
      select 1
      from role_grant g
      join membership m on m.account_id = g.account_id and m.person_id = g.person_id
      where g.account_id = i.account_id
        and g.person_id = i.person_id
        and g.role = i.role
        and g.revoked_at is null
        and (g.until_at is null or g.until_at > $3)
        and m.removed_at is null
    ) then 1
    else 0
  end as bigint) as held
from review_item i
join person p on p.id = i.person_id
left join person d on d.id = i.decided_by
where i.account_id = $1
  and i.review_id = $2
