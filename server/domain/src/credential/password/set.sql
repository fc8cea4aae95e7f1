insert into password (person_id, phc, set_at, stands_alone)
values ($1, $2, $3, $4)
on conflict (person_id) do update
set phc = excluded.phc,
    set_at = excluded.set_at,
    stands_alone = excluded.stands_alone
