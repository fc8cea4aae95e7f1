delete from job
where id = $1
  and locked_until = $2
