delete from insights_query
where account_id = $1
  and person_id = $2
