insert into membership (account_id, person_id, created_at, guest)
values ($1, $2, $3, $4)
on conflict (account_id, person_id) do update
set created_at = excluded.created_at,
    guest = excluded.guest,
    confirmed_at = null,
    disabled_at = null,
    removed_at = null,
    version = membership.version + 1
where membership.removed_at is not null
