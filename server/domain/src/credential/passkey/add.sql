insert into passkey (person_id, credential_id, name, data, created_at)
values ($1, $2, $3, $4, $5)
on conflict (credential_id) do nothing
