delete from identity
where person_id = $1
  and issuer = $2
