select
  (
    select count(*)
    from notice
    where account_id = $1
      and person_id = $2
      and seen_at is null
  ) as notices,
  (
    select count(*)
    from access_request r
    join membership m on m.account_id = r.account_id and m.person_id = r.person_id
    where r.account_id = $1
      and r.state = 'open'
      and m.disabled_at is null
      and m.removed_at is null
  ) as requests
