delete from activity
where account_id = $1
  and id in (select value from json_each($2))
