#!/usr/bin/env bash
# Debug builds of both sides, the demo on a free port with data of its own, and the browser tests against it.
# With --release the browser side is the optimised one. Other arguments go to Playwright:
# end2end/browser.sh --project phone tests/hydration.spec.ts
# PROGRAM and SITE name builds that are there already; then nothing is built.
set -euo pipefail
cd "$(dirname "$0")"

site=../target/site-debug
bundle=()
if [ "${1:-}" = --release ]; then
  shift
  site=../target/site
  bundle=(-- --release --check-budget)
fi
if [ -n "${PROGRAM:-}" ]; then
  site=${SITE:-$site}
else
  (cd .. && cargo run --quiet -p bundle "${bundle[@]}" && cargo build --quiet -p server)
  PROGRAM=$PWD/../target/debug/seatscope
fi

data=$(mktemp -d)
SEATSCOPE_DATA=$data "$PROGRAM" demo --listen 127.0.0.1:0 --site "$site" > "$data/log" 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true; rm -rf "$data"' EXIT

demo=""
for _ in $(seq 300); do
  demo=$(sed -n 's,.*\(http://localhost:[0-9]*/demo?key=[0-9a-f]*\).*,\1,p' "$data/log" | head -n 1)
  [ -n "$demo" ] && break
  kill -0 "$server" 2> /dev/null || { cat "$data/log" >&2; exit 1; }
  sleep 0.2
done
[ -n "$demo" ] || { echo "the server did not say where it listens:" >&2; cat "$data/log" >&2; exit 1; }

export PROGRAM
export DEMO_ADDRESS=$demo BASE_URL=${demo%/demo*}
DEMO_DATA=$(echo "$data"/demo-*)
export DEMO_DATA
echo "== browser tests against $BASE_URL"
node_modules/.bin/playwright test "$@" || { tail -n 40 "$data/log" >&2; exit 1; }
