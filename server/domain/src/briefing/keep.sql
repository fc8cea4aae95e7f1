insert into briefing (account_id, tenant, language, comment)
values ($1, $2, $3, $4)
on conflict (account_id, tenant) do update
set language = excluded.language,
    comment = excluded.comment
