delete from activity
where account_id = $1
  and id in (select cast(value as bigint) from json_array_elements_text(cast($2 as json)))
