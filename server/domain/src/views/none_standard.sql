update saved_view
set standard = 0
where account_id = $1
  and person_id = $2
  and page = $3
  and standard = 1
