update identity
set last_used_at = $3,
    second_factor = $4
where issuer = $1
  and subject = $2
