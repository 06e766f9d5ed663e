# One word a chore. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help demo test lint bench golden docs lock clean

VENV := .venv
PY := $(VENV)/bin/python
HABEAS := $(VENV)/bin/habeas
STAMP := $(VENV)/.ready

help:  ## Say what there is to make
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

$(STAMP): requirements.lock pyproject.toml
	@sh tools/setup.sh $(VENV)
	@touch $@

demo: $(STAMP)  ## Set everything up, and make a ledger of the letters of examples/
	@rm -rf demo
	$(HABEAS) init demo/archive
	$(HABEAS) add examples -a demo/archive
	@$(PY) tools/demo.py demo/archive

test: $(STAMP) lint  ## Run every check and test
	$(PY) -m pytest -n auto -rs

lint: $(STAMP)  ## Check form, types and which part may import which
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

bench: $(STAMP)  ## Measure the reader against the floors and its peers
	$(PY) benchmarks/run.py

golden: $(STAMP)  ## Renew the golden readings of examples/ (look at the diff)
	$(PY) -m tests.golden.renew

docs: $(STAMP)  ## Renew the generated parts of docs/
	$(VENV)/bin/cog -r docs/command-line.md

lock: $(STAMP)  ## Renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile -q --python-version 3.12 --generate-hashes --no-emit-index-url --universal \
		--group dev pyproject.toml -o requirements.lock
	uv pip compile -q --python-version 3.12 --generate-hashes --no-emit-index-url --universal \
		--group ftm -o requirements-ftm.lock

clean:  ## Take away what make made
	rm -rf $(VENV) .venv-ftm demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
