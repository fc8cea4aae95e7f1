insert into import (account_id, id, file, sha256, bytes, state, started_at, seen_at, by)
values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
