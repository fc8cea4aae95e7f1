update sign_in_link
set used_at = $2
where token_hash = $1
  and used_at is null
  and expires_at > $2
  and exists (
    select 1
    from membership m
    where m.account_id = sign_in_link.account_id
      and m.person_id = sign_in_link.person_id
      and m.disabled_at is null
      and m.removed_at is null
  )
returning account_id, person_id, cast(case when made_by is null then 0 else 1 end as bigint) as by_admin
