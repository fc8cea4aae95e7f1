#!/usr/bin/env bash
# Builds and serves; on every change builds again, restarts the server, and open pages reload themselves.
set -euo pipefail
cd "$(dirname "$0")/.."

server=""
stop() {
  [ -z "$server" ] || { kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true; }
  server=""
}
trap stop EXIT

mark=$(mktemp)
while true; do
  touch "$mark"
  if cargo run --quiet -p bundle && cargo build --quiet -p server; then
    stop
    SEATSCOPE_DEV=true target/debug/seatscope demo --site target/site-debug &
    server=$!
  fi
  # One look a second is enough, and needs no tool for watching files.
  until find app server style public Cargo.toml -newer "$mark" -type f | grep -q .; do sleep 1; done
  echo "== changed; building"
done
