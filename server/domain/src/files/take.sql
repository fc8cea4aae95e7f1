update file
set state = 'making',
    seen_at = $1,
    tries = tries + 1
where id = (
  select id
  from file
  where state = 'waiting'
     or (state = 'making' and seen_at <= $2)
  order by asked_at, id
  limit 1
)
returning account_id, id, person_id, name, wanted, delivery, tries
