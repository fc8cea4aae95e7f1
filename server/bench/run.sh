#!/usr/bin/env bash
# Measures speed and prints a table each: queries on 10 million made-up licence rows, imports, the server. Never fails on time.
# Settings, as variables: MILLIONS (10) and RUNS (200) of the queries, ROWS (2000000) of the imported files, SECONDS_EACH (5)
# of each load. PROGRAM and SITE name builds that are there already.
set -euo pipefail
cd "$(dirname "$0")/../.."

: "${MILLIONS:=10}" "${RUNS:=200}" "${ROWS:=2000000}" "${SECONDS_EACH:=5}"
export PYTHONDONTWRITEBYTECODE=1
python3 -c 'import sys, sqlite3; sys.exit(sys.version_info < (3, 9))' 2> /dev/null || {
  echo "missing: Python 3.9 or newer with sqlite3 (Debian: apt install python3)" >&2
  exit 1
}

machine() {
  local name memory
  name=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2> /dev/null | head -n 1)
  memory=$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo 2> /dev/null || true)
  echo "machine: $(nproc 2> /dev/null || echo '?') cores (${name:-unknown}), ${memory:-? GiB}; load $(cut -d ' ' -f 1-3 /proc/loadavg 2> /dev/null || echo unknown)"
}

echo "== building"
if [ -z "${PROGRAM:-}" ]; then
  [ -d target/site ] || cargo run --quiet -p bundle -- --release
  cargo build --release --quiet -p server
  PROGRAM=target/release/seatscope SITE=target/site
fi
cargo bench --quiet -p domain --bench scan --no-run
export PROGRAM=$(realpath "$PROGRAM") SITE=$(realpath "${SITE:-target/site}")

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

echo "== queries: $MILLIONS million made-up licence rows, 24 months"
machine
TMPDIR=$place cargo bench --quiet -p domain --bench scan -- "$MILLIONS" "$RUNS"

echo
echo "== import: files in the vendor's formats with $ROWS licence rows, 24 months"
machine
python3 server/bench/imports.py "$place" "$ROWS"

echo
echo "== server on what was imported, over loopback"
machine
python3 server/bench/load.py "$place" "$SECONDS_EACH"

echo
echo "== whole answers on what was imported"
cargo bench --quiet -p domain --bench scan -- 0 "$RUNS" "data=$place/data"
