delete from session
where (expires_at < $1 or ended_at < $1)
  and exists (
    select 1
    from session newer
    where newer.account_id = session.account_id
      and newer.person_id = session.person_id
      and newer.created_at > session.created_at
  )
