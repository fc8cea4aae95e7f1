#!/usr/bin/env bash
# Makes sure that a step's tools are there: `setup.sh build` or `setup.sh test`. Quick when they are.
set -euo pipefail
cd "$(dirname "$0")"

say() { printf '== %s\n' "$*"; }
have() { command -v "$1" > /dev/null; }
need() { have "$1" || { echo "$1 is missing: $2" >&2; exit 1; }; }

# Installs Debian packages where that is possible, else says what is missing.
install() {
  local root=""
  if [ "$(id -u)" -ne 0 ]; then
    if have sudo && sudo -n true 2> /dev/null; then root=sudo; else root=no; fi
  fi
  if ! have apt-get || [ "$root" = no ]; then
    echo "missing: $*. Install it with your package manager and run this again." >&2
    return 1
  fi
  say "installing $*"
  $root apt-get update -qq
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

build() {
  need cargo "install Rust with rustup"
  need cc "install a C compiler"
  need npm "install Node.js 20 or newer"
  node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' || {
    echo "Node.js $(node --version) is too old: install 20 or newer" >&2
    exit 1
  }
  if have rustup && ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say "adding the WebAssembly target"
    (cd .. && rustup target add wasm32-unknown-unknown)
  fi
  # The lock file as it was installed: npm needs seconds to find out that nothing changed.
  if ! cmp -s package-lock.json node_modules/.installed-lock; then
    say "installing npm packages"
    npm ci --loglevel=error
    cp package-lock.json node_modules/.installed-lock
  fi
}

testing() {
  if [ -n "${CHROMIUM:-}" ]; then
    [ -x "$CHROMIUM" ] || { echo "CHROMIUM=$CHROMIUM is not a program" >&2; exit 1; }
  elif [ ! -x /usr/bin/chromium ]; then
    install chromium || { echo "Or name a Chromium: CHROMIUM=/path/to/it make test" >&2; exit 1; }
  fi
  if ! have initdb && ! ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1; then
    install postgresql
  fi
  if ! have fc-list || [ -z "$(fc-list :lang=zh-tw)" ]; then
    install fonts-noto-cjk fontconfig || echo "Without a Chinese font screenshots show empty boxes; going on." >&2
  fi
}

case "${1:-}" in
  build) build ;;
  test) testing ;;
  *) echo "usage: setup.sh build|test" >&2; exit 2 ;;
esac
