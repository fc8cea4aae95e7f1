update person
set name = '',
    email = $2
where id = $1
  and not exists (
    select 1
    from membership m
    where m.person_id = person.id
      and m.removed_at is null
  )
