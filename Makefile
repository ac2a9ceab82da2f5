# Everything a contributor needs. Each target installs what it needs into .venv.
PYTHON ?= python3
BIN := .venv/bin
# The theme announces its end of life on every build; docs/authors/ says what that means for you.
export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.DEFAULT_GOAL := help
.PHONY: help site serve test check fuzz matrix bench schemas messages wheel lock clean
CATALOGUES := macros/unjargon/locale
SEED ?= 1
SECONDS_EACH ?= 300

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

site: .venv/.ready ## build the site into site/
	$(BIN)/unjargon build

serve: .venv/.ready ## preview on http://127.0.0.1:8000 with live reload, drafts included
	$(BIN)/unjargon serve

check: .venv/.ready ## the quick part: format, lint, types, imports, fast tests, content
	$(BIN)/ruff format --check macros tests
	$(BIN)/ruff check macros tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/unjargon check
	$(BIN)/pytest -q -n auto -m "not slow and not browser"

test: .venv/.ready ## everything that CI runs; installs Chromium where apt may be used
	tests/install-system
	$(BIN)/ruff format --check macros tests
	$(BIN)/ruff check macros tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/unjargon check
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n 2 --dist loadfile --no-loadscope-reorder
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

fuzz: .venv/.ready ## look for what nobody thought of, ten minutes; SEED=2 for other examples
	UNJARGON_EXAMPLES=2000 $(BIN)/pytest -q --hypothesis-seed=$(SEED) tests/load/test_loader_properties.py \
		tests/linking/test_linking_properties.py tests/test_prose.py tests/test_export_properties.py
	$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade --target .bench/atheris \
		-r tests/fuzz/requirements.txt
	for target in loader prose; do PYTHONPATH=.bench/atheris $(BIN)/python tests/fuzz/run.py $$target \
		-seed=$(SEED) -max_total_time=$(SECONDS_EACH) || exit 1; done

matrix: .venv/.ready ## fast tests under each Python that is here, lowest and newest dependencies
	tests/matrix $(BIN)

bench: .venv/.ready ## what linking costs, beside its peers; ARGS=--quick for a glance
	PYTHONPATH=tests $(BIN)/python -m bench.run $(ARGS)

schemas: .venv/.ready ## write the JSON Schemas that editors use
	$(BIN)/unjargon schemas macros/unjargon/schemas

messages: .venv/.ready ## gather what the interface says; LOCALE=it begins another language
	$(BIN)/pybabel -q extract -F pyproject.toml -k unjargonSay -k unjargonSayMany:1,2 --no-wrap \
		--add-location=file --omit-header -o $(CATALOGUES)/messages.pot macros/unjargon
	test -z "$(LOCALE)" || $(BIN)/pybabel -q init -i $(CATALOGUES)/messages.pot -l $(LOCALE) \
		-o $(CATALOGUES)/$(LOCALE).po --no-wrap
	for po in $(CATALOGUES)/*.po; do $(BIN)/pybabel -q update -i $(CATALOGUES)/messages.pot \
		-l $$(basename $$po .po) -o $$po --no-wrap --ignore-obsolete --ignore-pot-creation-date || exit 1; done
	rm $(CATALOGUES)/messages.pot

wheel: .venv/.ready ## build the package into dist/, for sites of your own
	$(BIN)/python -m build --wheel --no-isolation

lock: .venv/.ready ## refresh requirements.lock
	$(BIN)/uv pip compile -q pyproject.toml --group dev --universal --python-version 3.11 \
		--upgrade --generate-hashes --no-emit-index-url --no-header -o requirements.lock

clean: ## remove what was built and installed
	rm -rf .venv site dist .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Unjargon needs Python 3.11 or newer: make PYTHON=python3.12 …"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
