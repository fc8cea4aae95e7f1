update api_token
set last_used_at = $2,
    last_ip = $3
where id = $1
