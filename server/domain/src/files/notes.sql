select
  a.name,
  a.mpn_id,
  (select p.locale from person p where p.id = $2) as locale,
  (
    select max(i.ended_at)
    from import i
    where i.account_id = a.id
      and i.state = 'done'
      and i.dataset = $3
  ) as imported
from account a
where a.id = $1
