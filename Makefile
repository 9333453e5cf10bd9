# make lint      install krlint and show its findings on the example documents
# make test      style, types, direction of imports, tests with branch coverage
# make test-all  what needs environments of its own: wheel, sdist, editable install, pre-commit
# make accuracy  measure the rules on the benchmark, for `krlint rule` and docs/accuracy.md
# make pages     docs/rules from the cards, schemas/ from what krlint accepts
# make docs      the documentation site in site/, in English and Japanese
# make bench     krlint's costs beside other linters', all as people install them; bench-all takes hours
#
# All of it happens in .venv; `make PYTHON=python3.12 …` takes another Python.

PYTHON ?= python3
VENV := .venv
BENCH := .venv-bench
BIN := $(VENV)/bin
INSTALL := bin/python -m pip --disable-pip-version-check install --quiet
TOO_OLD = krlint needs Python 3.11 or newer, and '$(PYTHON)' is none. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)

.DELETE_ON_ERROR:
.PHONY: lint test test-all accuracy pages docs bench bench-all clean

lint: $(VENV)/.krlint
	@$(BIN)/krlint check --fail-on never docs/examples/*.md

test: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -m "not clean_environment" --cov --cov-report=term

test-all: $(VENV)/.packaging
	$(BIN)/pytest -m clean_environment

accuracy: $(VENV)/.krlint
	$(BIN)/python -m benchmarks.accuracy

pages: $(VENV)/.krlint
	$(BIN)/python docs/make_rules.py

docs: $(VENV)/.docs
	$(BIN)/python docs/make_site.py
	@echo 'To read it: $(BIN)/python -m http.server --directory site'

bench bench-all: $(BENCH)/.programs
	$(BENCH)/$(INSTALL) --force-reinstall --no-deps .
	$(BENCH)/bin/python -m benchmarks.speed $(if $(filter bench-all,$@),--all)

clean:
	rm -rf $(VENV) $(BENCH) dist build site .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# --- Stamps: each group of packages is installed once, and again when pyproject.toml changes ---

%/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(TOO_OLD)" >&2; exit 1; }
	$(PYTHON) -m venv $*
	$*/$(INSTALL) --upgrade 'pip>=25.1'  # knows dependency groups
	@touch $@

$(VENV)/.krlint: $(VENV)/.python pyproject.toml
	$(VENV)/$(INSTALL) --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.krlint
	$(VENV)/$(INSTALL) --group test --group lint
	@touch $@

$(VENV)/.docs: $(VENV)/.python pyproject.toml
	$(VENV)/$(INSTALL) --group docs
	@touch $@

$(VENV)/.packaging: $(VENV)/.test
	$(VENV)/$(INSTALL) --group packaging
	@touch $@

$(BENCH)/.programs: $(BENCH)/.python pyproject.toml benchmarks/package.json
	$(BENCH)/$(INSTALL) . --group benchmark
	mkdir -p $(BENCH)/node
	cp benchmarks/package.json $(BENCH)/node
	command -v npm > /dev/null && npm install --prefix $(BENCH)/node --no-audit --no-fund --silent || \
	  echo "npm is missing: textlint is left out" >&2
	@touch $@
