update session
set token_hash = $2,
    proved_at = $3,
    second_factor_at = coalesce($4, second_factor_at),
    account_only = case when $5 = 1 then account_only else 0 end
where id = $1
  and ended_at is null
