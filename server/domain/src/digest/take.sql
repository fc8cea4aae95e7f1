insert into digest_letter (account_id, person_id, week_at)
values ($1, $2, $3)
on conflict (account_id, person_id) do update
set week_at = excluded.week_at
where digest_letter.week_at < excluded.week_at
  and digest_letter.wanted = 1
