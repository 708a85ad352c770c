# run: set up and open the window · test: set up and run the tests · check: linters and types · ci: everything, anew
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check format ci
run: $(BIN)/nnplayground
	$(BIN)/nnplayground

test: $(BIN)/pytest
	$(BIN)/python -m pytest -q

check: $(BIN)/pytest
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

format: $(BIN)/pytest
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

ci:
	.ci/run $(PYTHON)

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(BIN)/nnplayground: pyproject.toml | $(BIN)/python
	$(BIN)/pip install -e .

$(BIN)/pytest: pyproject.toml | $(BIN)/python
	$(BIN)/pip install -e ".[test]"
