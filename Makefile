# Every target makes its own .venv when it is missing or pyproject.toml has changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -e

# Where `make deploy` deploys to; PARAMETERS="AlarmEmail=… SnapStart=…" are those of deploy/template.yaml.
STACK ?= strong-stride
REGION ?= us-east-1
PARAMETERS ?=

# A container often forbids Python to keep what it compiled. Then each of the many processes that a test starts would
# compile everything again, and each of pytest's workers all tests.
unexport PYTHONDONTWRITEBYTECODE

# What `make room` tries: a folder of tests/.
ROOM ?=

# What `make mutants` tries, such as 'skill.workout.cursor*'; everything without.
MUTANTS ?=

.DEFAULT_GOAL := run
.PHONY: run test room check bench mutants package lock icons deploy chaos e2e clean

run: $(READY)
	@$(BIN)/stride serve --open

# What is marked slow, such as real processes, voices and whole years, is tried by `make e2e`.
test: $(READY)
	$(BIN)/pytest -n auto --dist worksteal -m 'not slow'

# The same of one room, in seconds.
room: $(READY)
	@test -d 'tests/$(ROOM)' -a -n '$(ROOM)' || { echo "make room ROOM=coach: a folder of tests/" >&2; exit 2; }
	$(BIN)/pytest -n 0 -m 'not slow' tests/$(ROOM)

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m deploy.compare

bench: $(READY)
	$(BIN)/python -m benchmarks.run $(ARGS)

# Which small changes of the core no test notices; docs/developing.md says how long that takes.
mutants: $(READY)
	@$(INSTALL) '.[mutants]'
	$(BIN)/mutmut run $(MUTANTS)
	$(BIN)/mutmut results

# build/lambda.zip for the cloud, build/skill-package for Amazon.
package: $(READY)
	@$(BIN)/python -m deploy.package

# What is made seldom: the function's dependencies, each with its hashes, and the icons.
lock: $(READY)
	@$(INSTALL) '.[package]'
	$(BIN)/python -m deploy.lock

icons: $(READY)
	@$(INSTALL) '.[package]'
	$(BIN)/python -m deploy.draw_icons

# To Amazon's developer console and to AWS; docs/deploy.md tells the whole way.
deploy: $(READY)
	@$(BIN)/python -m deploy.release --stack '$(STACK)' --region '$(REGION)' $(PARAMETERS)

# Faults on real processes; what was seen goes into docs/reliability.md. STRIDE_CHAOS_S: seconds for each trial.
chaos: $(READY)
	STRIDE_DYNAMODB_LOCAL=$$(.ci/dynamodb-local .cache) \
	  PYTHONPATH=.:tests:tests/chaos $(BIN)/python tests/chaos/report.py $(ARGS)

# A copy of what is under version control, or will be, has to work on its own.
e2e:
	.ci/clean-copy

clean:
	rm -rf $(VENV) build mutants *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Strong Stride needs Python 3.11 or later; $(PYTHON) is older or missing." \
	    "Name another: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once)…" >&2
	@$(INSTALL) '.[web,simulator,audio,listen,satellite,aws,plots,fit,dev]'
	@touch $@
