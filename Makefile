# The one place that says how Runnerboard is built, tested and run. CI calls it too.

PORT      ?= 8081
SITE_PORT ?= 8080

# Tools at our versions live here, away from a person's own.
export TOOLS := $(or $(RUNNERBOARD_TOOLS),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/runnerboard)
export PATH  := $(TOOLS)/bin:$(CURDIR)/node_modules/.bin:$(PATH)

# Trunk takes NO_COLOR for an option of its own and stumbles over "1".
unexport NO_COLOR
export CARGO_TERM_QUIET := $(if $(CI),true,false)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test lint build size bench ci dev clean tools browser

help: ## List these verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: build ## Serve the page and a fake GitLab side by side, and say how to connect
	@sh build/run.sh $(PORT) $(SITE_PORT)

test: browser build ## Run every test: core, fake GitLab, components and stories in a browser
	@sh build/test.sh

lint: tools ## Check formatting and run clippy, natively and for the browser
	@echo "→ Formatting and clippy"
	@cargo fmt --all --check
	@cargo clippy --workspace --all-targets --locked -- -D warnings
	@cargo clippy --test e2e --locked -- -D warnings
	@cargo clippy --target wasm32-unknown-unknown -p runnerboard -p runnerboard-demo --lib --bins --test web --locked -- -D warnings

build: dist/index.html ## Build the site into dist/

size: build ## Print what the first load weighs, and fail above the budget
	@node build/size.mjs

bench: browser build ## Print what the page costs beside its references (BENCHMARKS.md)
	@cargo build --quiet --locked --profile bench -p fake-gitlab
	@FAKE_GITLAB="$(or $(CARGO_TARGET_DIR),target)/release/fake-gitlab" cargo bench --quiet --locked --bench board

ci: lint build size test ## Everything that CI checks

dev: tools ## Serve a debug build on SITE_PORT, anew at every change
	@cargo fetch --locked
	@trunk serve --port $(SITE_PORT) --dist target/dev

clean: ## Remove what was built
	@rm -rf dist target

tools:
	@sh build/tools.sh

browser:
	@sh build/tools.sh browser

# Folders are among the sources, so that a deleted file counts as a change.
dist/index.html: $(shell find src style) $(wildcard build/*) index.html Trunk.toml Cargo.toml Cargo.lock package-lock.json | tools
	@echo "→ Building the site into dist/"
	@cargo fetch --locked --quiet
	@RUST_BACKTRACE=0 trunk --quiet build --release
