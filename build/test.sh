#!/bin/sh
# Runs every test, suite after suite, and ends with one line that counts them all.
# A suite that fails does not keep the next from running.
set -u
unset CARGO_TERM_QUIET # `cargo test` would hand --quiet on, and the browser's runner does not know it.
export CHROMEDRIVER="$(command -v chromedriver)" # Else a geckodriver on PATH would be taken first.
export WASM_BINDGEN_TEST_TIMEOUT=120 WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 # Seconds: a busy machine is no failure.

log=$(mktemp)
trap 'rm -f "$log"' EXIT

suite() {
  echo "→ $1"
  shift
  { { cargo test --quiet --no-run "$@" && cargo test --no-fail-fast "$@"; } 2>&1 || echo "suite failed"; } | tee -a "$log" | grep -v '^suite failed$'
}

suite "Core and fake GitLab, natively" --workspace
suite "Components, in a browser" --target wasm32-unknown-unknown --test web
suite "Stories, in a real browser" --test e2e

echo "→ All suites"
grep '^test result: ' "$log" | grep -v ' 0 passed; 0 failed'
awk '
  /^suite failed$/ { broken++ }
  /^test result: / { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) passed += $(i - 1); if ($i ~ /^failed/) failed += $(i - 1) } }
  END {
    if (broken > failed) failed = broken
    print passed + 0 " passed, " failed + 0 " failed"
    exit failed > 0
  }' "$log"
