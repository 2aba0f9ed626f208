# Every chore of the project by name. CI runs the same ones.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: demo test lint format bench bench-scale quality clean install keys

install: $(STAMP)

# One environment for everything; made again when the dependencies change.
$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q annotations tui
	touch $@

demo: install        ## open the sample project in the reader
	$(BIN)/pizhu demo .demo

test: install        ## all tests
	$(BIN)/python -m pytest -n auto

lint: install        ## format, lint, types and import rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: install       ## benchmarks, each figure beside a floor or a peer
	$(BIN)/python -m tests.benchmarks
	$(BIN)/python -m tests.benchmarks.search

bench-scale: install ## the same keys in a small project and in one of a million annotations
	$(BIN)/python -m tests.benchmarks.scale

quality: install     ## how good the suggestions are, on every gold set
	$(BIN)/python -m tests.quality

keys: install        ## write the key table into the README
	$(BIN)/python -m tui.key_table

clean:
	rm -rf $(VENV) .demo build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
