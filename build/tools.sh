#!/bin/sh
# Installs the build tools that are missing, each at the one version the project is built with. "sh build/tools.sh browser" adds the browser for tests.
# Runs from `make`, which has put $TOOLS/bin first on PATH.
set -eu

trunk=0.21.14
wasm_split=0.2.4
wasm_bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)

has() { command -v "$1" >/dev/null 2>&1; }

# Debian packages, by apt-get if we may, else by telling how.
packages() {
  if has apt-get && [ "$(id -u)" = 0 ]; then
    echo "→ Installing $*"
    log=$(mktemp)
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
      cat "$log" >&2
      exit 1
    fi
    rm -f "$log"
  else
    echo "Missing on this system: $*. Install with: sudo apt-get install -y $*" >&2
    exit 1
  fi
}

# A program from crates.io: NAME VERSION and the version as the program found on PATH says it.
crate() {
  [ "$3" = "$2" ] && return
  echo "→ Installing $1 $2 into $TOOLS (some minutes, once)"
  if has cargo-binstall && cargo binstall --no-confirm --quiet --root "$TOOLS" "$1@$2"; then return; fi
  quiet=--quiet
  [ -t 2 ] && quiet=
  cargo install $quiet --root "$TOOLS" --version "$2" --force $4 "$1"
}

if ! has cargo; then
  echo "Missing on this system: Rust. Install it with rustup, or by your system's packages (rustc 1.95 or later)." >&2
  exit 1
fi
has node && has npm || packages nodejs npm
if [ "${1:-}" = browser ]; then
  has chromedriver || packages chromium chromium-driver
fi

if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
  echo "→ Installing Rust's target wasm32-unknown-unknown"
  rustup target add wasm32-unknown-unknown
fi
crate trunk "$trunk" "$(trunk --version 2>/dev/null | cut -d' ' -f2)" --locked
crate wasm-bindgen-cli "$wasm_bindgen" "$(wasm-bindgen --version 2>/dev/null | cut -d' ' -f2)" ""
# Its program does not tell its version, but cargo knows what it has put there.
crate wasm_split_cli_support "$wasm_split" "$(cargo install --list --root "$TOOLS" 2>/dev/null | sed -n 's/^wasm_split_cli_support v\(.*\):$/\1/p')" "--locked --features=build-binary"

if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo "→ Installing npm tools"
  npm ci --no-progress --loglevel=error
fi
