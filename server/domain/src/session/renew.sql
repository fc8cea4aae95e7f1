update session
set token_hash = $2,
    proved_at = $3,
    second_factor_at = coalesce($4, second_factor_at)
where id = $1
  and ended_at is null
