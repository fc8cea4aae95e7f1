#!/usr/bin/env bash
# A PostgreSQL server that is thrown away: `postgres.sh start DIRECTORY` prints its address, `postgres.sh stop DIRECTORY` ends it.
set -euo pipefail

# Debian keeps the server's programs off the path.
bin=$(dirname "$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2> /dev/null | sort -V | tail -n 1 || true)" 2> /dev/null || true)
[ -n "$bin" ] && [ -x "$bin/initdb" ] || { echo "PostgreSQL's initdb is missing: install postgresql" >&2; exit 1; }
dir=${2:?a directory}

# The server refuses to run as root.
as_user() {
  if [ "$(id -u)" -eq 0 ]; then setpriv --reuid nobody --regid nogroup --clear-groups "$@"; else "$@"; fi
}

case "${1:-}" in
  start)
    mkdir -p "$dir"
    [ "$(id -u)" -ne 0 ] || chown nobody:nogroup "$dir"
    as_user "$bin/initdb" --pgdata "$dir/data" --username seatscope --auth trust --encoding UTF8 --locale C.UTF-8 \
      --no-sync > "$dir/log"
    port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
    # Nothing here has to outlive a power cut.
    as_user "$bin/pg_ctl" --pgdata "$dir/data" --log "$dir/server.log" --wait --options \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300" \
      start >> "$dir/log"
    echo "postgres://seatscope@127.0.0.1:$port"
    ;;
  stop)
    as_user "$bin/pg_ctl" --pgdata "$dir/data" --mode immediate stop > /dev/null
    ;;
  *) echo "usage: postgres.sh start|stop DIRECTORY" >&2; exit 2 ;;
esac
