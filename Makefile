# Everything that is done with this repository, one target each. `make` lists them.
# A target does no network work twice: what has not changed is left alone.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

WEB := crates/traguardo-web
BROWSER := tests/browser

# The front end is bundled when one of its own files is newer than the bundle.
BUNDLE := $(WEB)/assets/dist/fingerprint.txt
BUNDLE_SOURCES := $(shell find $(WEB)/assets -path '$(WEB)/assets/dist' -prune -o -type f -print)

.PHONY: help
help: ## list the targets
	@echo "make TARGET, where TARGET is one of"
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  \1\t\2/' | expand -t 12

# --- Build

# npm writes node_modules/.package-lock.json last, so it serves as the stamp.
%/node_modules/.package-lock.json: %/package.json %/package-lock.json
	npm ci --prefix $* --no-audit --no-fund
	touch $@

$(BUNDLE): $(WEB)/node_modules/.package-lock.json $(BUNDLE_SOURCES)
	npm run build --prefix $(WEB)
	touch $@

.PHONY: assets
assets: $(BUNDLE) ## fetch and bundle the front end (npm), without a browser or a database
	@:

.PHONY: build
build: assets ## the release binary, target/release/traguardo
	cargo build --release -p traguardo-cli

.PHONY: demo
demo: ## build, load the examples into dati/ and serve on http://127.0.0.1:8080
	@scripts/system-packages build
	@$(MAKE) --no-print-directory assets
	@cargo build --release -p traguardo-cli
	@exec target/release/traguardo demo

# --- Check

.PHONY: test
test: ## every test of every kind, with PostgreSQL and a browser
	scripts/system-packages test
	$(MAKE) --no-print-directory assets
	scripts/with-postgres cargo nextest run --workspace --no-fail-fast
	cargo test --doc --workspace
	$(MAKE) --no-print-directory browser

.PHONY: browser
browser: assets $(BROWSER)/node_modules/.package-lock.json ## the journeys in a headless Chromium
	cargo build -p traguardo-cli
	scripts/with-postgres npm test --prefix $(BROWSER)
	node --test tests/soak

.PHONY: lint
lint: assets ## format, clippy and rustdoc, warnings denied
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS=-Dwarnings cargo doc --workspace --no-deps

.PHONY: bench
bench: assets ## measure; the figures of docs/benchmarks.md come from here
	cargo bench -p traguardo-cli --bench scores --bench pasted --bench shapes

.PHONY: soak
soak: build ## 200 people save for two minutes, then two more with the server killed ten times
	node tests/soak/run.mjs

# --- Tidy

.PHONY: clean
clean: ## remove what was built; dati/ stays, it is yours
	cargo clean
	rm -rf $(WEB)/assets/dist $(WEB)/node_modules $(BROWSER)/node_modules
