#!/usr/bin/env bash
# Attacks the program and its server, and says what did not hold; exit status 1 then. With --short the debug program, in a
# minute, without what needs long waits. Other arguments name the attacks, for instance: server/torture/run.sh kill bombs
# PROGRAM and SITE name builds that are there already; then nothing is built.
set -euo pipefail
cd "$(dirname "$0")/../.."

attacks=(kill syscall together full_disk cut stop bombs sign_in_times races revocation)
export SHORT=0 PYTHONDONTWRITEBYTECODE=1
if [ "${1:-}" = --short ]; then
  shift
  SHORT=1
  attacks=(kill together full_disk cut stop bombs)
fi
[ $# -eq 0 ] || attacks=("$@")
python3 -c 'import sys, sqlite3, zlib; sys.exit(sys.version_info < (3, 9))' 2> /dev/null || {
  echo "missing: Python 3.9 or newer with sqlite3 and zlib (Debian: apt install python3)" >&2
  exit 1
}

if [ -z "${PROGRAM:-}" ]; then
  if [ "$SHORT" = 1 ]; then
    [ -d target/site-debug ] || cargo run --quiet -p bundle
    cargo build --quiet -p server
    PROGRAM=target/debug/seatscope SITE=target/site-debug
  else
    [ -d target/site ] || cargo run --quiet -p bundle -- --release
    cargo build --release --quiet -p server
    PROGRAM=target/release/seatscope SITE=target/site
  fi
fi
export PROGRAM=$(realpath "$PROGRAM") SITE=$(realpath "${SITE:-target/site}")

declare -A what=(
  [kill]="kill -9 at random moments of an import"
  [syscall]="kill -9 at single system calls of an import"
  [together]="two imports at once, while a server is read"
  [full_disk]="no room on the disk"
  [cut]="uploads cut, slow clients"
  [stop]="the server stopped and killed at work"
  [bombs]="files made to hurt"
  [sign_in_times]="sign-ins of known and unknown people, timed"
  [races]="two who lower the number of admins at once, SEATSCOPE_ROUNDS times each pair"
  [revocation]="requests after a role was taken, a hundred times SEATSCOPE_ROUNDS"
)
# Tests that `make test` runs briefly.
declare -A tests=([races]=people::tests::race [revocation]=people::tests::revocation)

# Runs a test at full length on both databases.
at_length() {
  # What is raced for is order; a disk would only make each round longer.
  [ ! -w /dev/shm ] || export TMPDIR=/dev/shm
  export SEATSCOPE_ROUNDS=${SEATSCOPE_ROUNDS:-1000}
  unset SEATSCOPE_TEST_POSTGRES
  local place started ended=0
  place=$(mktemp -d)
  for database in SQLite PostgreSQL; do
    if [ "$database" = PostgreSQL ]; then
      SEATSCOPE_TEST_POSTGRES=$(end2end/postgres.sh start "$place") || return 1
      export SEATSCOPE_TEST_POSTGRES
    fi
    started=$SECONDS
    cargo test --quiet -p domain --lib -- --nocapture "$1" || ended=1
    echo "   $database: $((SECONDS - started)) s"
  done
  end2end/postgres.sh stop "$place"
  rm -rf "$place"
  return "$ended"
}
failed=()
for attack in "${attacks[@]}"; do
  [ -n "${what[$attack]:-}" ] || { echo "there is no attack $attack; there are: ${!what[*]}" >&2; exit 2; }
  echo "== ${what[$attack]}"
  started=$SECONDS
  if [ -n "${tests[$attack]:-}" ]; then
    (at_length "${tests[$attack]}") || failed+=("$attack")
  else
    python3 "server/torture/$attack.py" || failed+=("$attack")
  fi
  echo "   $((SECONDS - started)) s"
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "== did not hold: ${failed[*]}" >&2
  exit 1
fi
echo "== all held"
