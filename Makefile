# Two commands for a fresh machine: `make demo` and `make test`. Both set up what they need.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
# pytest keeps the tests compiled: without that every worker compiles them anew.
unexport PYTHONDONTWRITEBYTECODE
.SHELLFLAGS := -eu -o pipefail -c

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
VERAPDF := .tools/greenfield-apps-1.28.2.jar

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

setup: $(VENV)/.ready ## Virtual environment with locked packages, Debian packages where allowed
	@bash bin/debian-packages run

# Compiled here: where Python may not write what it compiles, every process would compile it anew.
$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 of nieuwer is nodig.")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q woo
	touch $@

demo: setup ## Set up, then run the main job on the sample dossier
	$(BIN)/python samples/demo.py

test: setup $(VERAPDF) ## Set up, then format, lint, types, import rules and every test
	@bash bin/debian-packages test
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n 2 --dist worksteal

MINUTES ?= 10
fuzz: setup ## Look for files that crash, hang or leak: make fuzz MINUTES=10
	nice $(BIN)/python -m tests.fuzz.long --minutes $(MINUTES)

check: $(VENV)/.ready ## The quick loop: format, lint, types, import rules, fast tests
	@bash bin/debian-packages test
	$(MAKE) --no-print-directory --jobs=2 lint fast

fast: $(VENV)/.ready
	$(BIN)/pytest -n 2 --dist worksteal -m "not slow" -q

lint: $(VENV)/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache > $(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }

bench: setup ## Speed and memory against a plain PyMuPDF script, in the same run
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.detection
	$(BIN)/python -m bench.dossier_detection
	$(BIN)/python -m bench.variations

peers: setup ## Detection beside other tools, each in an environment of its own: docs/detection.md
	@bash bin/debian-packages peers
	$(BIN)/python -m bench.peers
	$(BIN)/python -m bench.detection_speed

drafting: setup ## Drafting beside WeasyPrint and a bare Typst script, in the same run
	$(BIN)/python -m bench.drafting

peers-lock: $(VENV)/.ready ## Lock the packages of the other tools anew
	for peer in deduce==3.0.6 presidio-analyzer==2.2.366 weasyprint==70.0; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
			--no-header --upgrade - -o bench/peers/$${peer%%=*}.lock <<< "$$peer"; \
	done

model: setup ## Train the model of names from the passages in training/
	$(BIN)/python -m training.train

corpus: setup ## Redact a word in each PDF below DIR= and count leaks, crashes and refusals
	$(BIN)/python -m bench.corpus $(DIR)

samples: setup ## Make the sample dossier's Word and PDF files anew
	$(BIN)/python samples/make_samples.py

picture: demo ## Draw the README's page before and after redaction
	$(BIN)/python samples/before_after.py

lock: $(VENV)/.ready ## Choose newer packages and lock them
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --upgrade --group dev --extra cluster pyproject.toml -o requirements.lock

translations: $(VENV)/.ready ## Compile the Dutch of Click's own messages
	$(BIN)/pybabel --quiet compile -d woo/cli/locale -l nl -D messages

$(VERAPDF):
	@bash bin/debian-packages test
	mvn --quiet --batch-mode dependency:copy \
		-Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 -DoutputDirectory=.tools

.PHONY: help setup demo test fuzz check fast lint bench peers drafting peers-lock model corpus samples picture \
	lock translations
