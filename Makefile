# Every step is a cargo or npm command, or a short script in end2end/ or server/.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run dev build test bench torture advisories

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: ## Build what is missing and show Seatscope with invented data on http://localhost:3000
	end2end/setup.sh build
	cargo run --quiet -p bundle -- --release
	cargo build --profile quick -p server
	target/quick/seatscope demo --site target/site

dev: ## The same in debug, rebuilt and reloaded on every change
	end2end/setup.sh build
	end2end/dev.sh

build: ## Release builds of the browser side and the program
	end2end/setup.sh build
	cargo run --quiet -p bundle -- --release --check-budget
	cargo build --release -p server

test: ## All checks and tests
	end2end/setup.sh build
	end2end/setup.sh test
	end2end/check.sh
	end2end/browser.sh
	end2end/browser.sh --release tests/hydration.spec.ts
	server/torture/run.sh --short

bench: ## Measure speed
	server/bench/run.sh

torture: ## Attack a running server
	server/torture/run.sh

advisories: ## Known weaknesses in dependencies (needs the network)
	cargo deny check advisories
	npm --prefix end2end audit
