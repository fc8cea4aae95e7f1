delete from ceremony
where token_hash = $1
  and kind = $2
  and expires_at > $3
returning person_id, data
