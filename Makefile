# One door to everything that is done with this project. `make help` lists it.
# It needs Python 3.11 or newer with pip and venv, git, and make; the rest comes from PyPI.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types layers coverage fuzz mutants bench wheel clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed ## show policyc at work on the policies that ship with it
	@PATH="$(abspath $(BIN)):$$PATH" sh docs/demo.sh

test: $(VENV)/.developing ## run every test (one room: make test ARGS=tests/core)
	$(BIN)/python -m pytest -n auto $(ARGS)

lint: $(VENV)/.developing ## check style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(VENV)/.developing ## rewrite the Python code in the one layout
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(VENV)/.developing ## check types, strictly
	$(BIN)/mypy

layers: $(VENV)/.developing ## check that each room imports only those below it
	$(BIN)/lint-imports --no-logo

coverage: $(VENV)/.developing ## run every test and list the lines and branches that none reached
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -p tests.harness.linked -n auto $(ARGS)
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

fuzz: $(VENV)/.developing ## try the laws of the language on many more generated cases
	POLICYC_ROUNDS=$${POLICYC_ROUNDS:-10} \
	  $(BIN)/python -m pytest -n auto -m property --hypothesis-profile=fuzz $(ARGS)

mutants: $(VENV)/.mutating ## break the core and the Python engine in small ways; do the tests notice?
	mkdir -p build/mutants
	ln -sfn ../../dsl build/mutants/src
	for kept in grammar policies tests pyproject.toml; do ln -sfn ../../$$kept build/mutants/; done
	cd build/mutants && $(abspath $(BIN))/mutmut run $(ARGS)
	cd build/mutants && $(abspath $(BIN))/mutmut results --all true | \
	  $(abspath $(BIN))/python -m tests.harness.survivors

bench: $(VENV)/.developing ## measure speed, as ratios to a yardstick, and print the table
	$(BIN)/python -m benchmarks $(ARGS)

wheel: $(VENV)/.developing ## build the wheel and test it where nothing but the tests is around
	PYTHON="$(abspath $(BIN))/python" .ci/test-wheel

clean: ## remove everything that was made here, the environment included
	rm -rf $(VENV) build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache \
	  .pytest_cache .ruff_cache

# The environment is made once, and brought up to date when pyproject.toml changes.

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "policyc needs Python 3.11 or newer; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.developing: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/.mutating: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[dev,mutants]'
	@touch $(VENV)/.installed $(VENV)/.developing $@
