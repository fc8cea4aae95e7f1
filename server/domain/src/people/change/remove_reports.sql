delete from insights_report
where account_id = $1
  and person_id = $2
