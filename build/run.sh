#!/bin/sh
# Starts a fake GitLab and, on another port so that CORS is real, the built page. Ctrl-C ends both.
set -eu
port=$1 site_port=$2

for p in "$port" "$site_port"; do
  if ! node -e 'require("net").createServer().on("error", () => process.exit(1)).listen(+process.argv[1], "127.0.0.1", () => process.exit(0))' "$p"; then
    echo "Port $p is in use. Choose others: make run PORT=8091 SITE_PORT=8090" >&2
    exit 1
  fi
done

echo "→ Building the fake GitLab"
cargo build --quiet -p fake-gitlab
cat <<EOF

Open    http://127.0.0.1:$site_port/
GitLab  http://127.0.0.1:$port
Token   glpat-root  an administrator
        glpat-mira  a maintainer
        glpat-uma   reads only

Ctrl-C stops both.
EOF
exec "${CARGO_TARGET_DIR:-target}/debug/fake-gitlab" --port "$port" --site dist --site-port "$site_port"
