# Two commands do everything: `make demo` and `make test`.

CITY    ?= demo
SIZE    ?= 5000
CARGO   ?= cargo
RUN      = $(CARGO) run --release --locked --quiet --

.PHONY: demo test setup check oracle e2e bench clean

## Builds what is needed, makes the made-up city, audits it, says where the report is.
demo:
	$(CARGO) build --release --locked
	$(RUN) demo $(CITY) --size $(SIZE)
	$(RUN) audit $(CITY)/*.csv --standard auto --boundaries $(CITY)/boundaries.geojson --as-of 2026-11-01 --format html -o $(CITY)/gap-report.html \
	    --diagnostics $(CITY)/diagnostics.csv --fail-on never

## Installs what the tests need (says so first) and runs all of them.
test: setup check
	$(CARGO) test --locked
	$(MAKE) oracle
	$(MAKE) e2e

setup:
	./tests/setup

check:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	$(CARGO) check --locked --lib --no-default-features
	$(RUN) standard check
	$(RUN) standard test

## The CQL2 parser against the public `cql2` crate, in a package of its own.
oracle:
	$(CARGO) test --manifest-path tests/oracle/Cargo.toml

## From survey files to findings: time, memory and bytes, for ten thousand to a million facilities.
bench:
	$(CARGO) build --release --locked
	./tests/benches/intake.py

## The HTML report of the made-up city and the handbook of the standards in Chromium, with axe.
e2e:
	./tests/e2e/run

clean:
	$(CARGO) clean
	rm -rf demo tests/e2e/node_modules
