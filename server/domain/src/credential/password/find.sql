select p.id, w.phc
from person p
left join password w on w.person_id = p.id
where p.email = $1
  and exists (
    select 1
    from membership m
    where m.person_id = p.id
      and m.confirmed_at is not null
      and m.disabled_at is null
      and m.removed_at is null
  )
