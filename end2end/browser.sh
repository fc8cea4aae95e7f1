#!/usr/bin/env bash
# Debug builds of both sides, a server on a free port with data of its own, and the browser tests against it.
# With --release the browser side is the optimised one. Other arguments go to Playwright:
# end2end/browser.sh --project phone tests/hydration.spec.ts
set -euo pipefail
cd "$(dirname "$0")"

site=../target/site-debug
bundle=()
if [ "${1:-}" = --release ]; then
  shift
  site=../target/site
  bundle=(-- --release --check-budget)
fi
(cd .. && cargo run --quiet -p bundle "${bundle[@]}" && cargo build --quiet -p server)

data=$(mktemp -d)
SEATSCOPE_DATA=$data ../target/debug/seatscope demo --listen 127.0.0.1:0 --site "$site" > "$data/log" 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true; rm -rf "$data"' EXIT

address=""
for _ in $(seq 300); do
  address=$(sed -n 's,.*\(http://localhost:[0-9]*\).*,\1,p' "$data/log" | head -n 1)
  [ -n "$address" ] && break
  kill -0 "$server" 2> /dev/null || { cat "$data/log" >&2; exit 1; }
  sleep 0.2
done
[ -n "$address" ] || { echo "the server did not say where it listens:" >&2; cat "$data/log" >&2; exit 1; }

echo "== browser tests against $address"
BASE_URL=$address node_modules/.bin/playwright test "$@" || { tail -n 40 "$data/log" >&2; exit 1; }
