#!/usr/bin/env bash
# Everything that needs no browser: format, lints, tests, licences.
# Never the whole workspace in one command: the features `ssr` and `hydrate` would unify, and break at run time.
set -euo pipefail
cd "$(dirname "$0")/.."

host=(-p model -p domain -p app -p server --features app/ssr)
say() { printf '== %s\n' "$*"; }

say "format"
cargo fmt --all --check

say "lints: server side"
cargo clippy --locked --quiet "${host[@]}" --all-targets -- -D warnings
say "lints: browser side"
cargo clippy --locked --quiet -p client --profile wasm-dev --target wasm32-unknown-unknown -- -D warnings
say "lints: the bundle tool"
cargo clippy --locked --quiet -p bundle -- -D warnings

tests() {
  if cargo nextest --version > /dev/null 2>&1; then cargo nextest run --locked "$@"; else cargo test --locked "$@"; fi
}

say "tests, on SQLite"
tests "${host[@]}"

say "tests, on PostgreSQL"
cluster=$(mktemp -d)
chmod 755 "$cluster"
trap 'end2end/postgres.sh stop "$cluster/server" || true; rm -rf "$cluster"' EXIT
SEATSCOPE_TEST_POSTGRES=$(end2end/postgres.sh start "$cluster/server")
export SEATSCOPE_TEST_POSTGRES
tests -p domain -p server --features app/ssr

if cargo deny --version > /dev/null 2>&1; then
  say "licences, bans, sources"
  cargo deny --offline check licenses bans sources
else
  say "licences not checked: cargo-deny is not installed (docs/tools.md)"
fi
