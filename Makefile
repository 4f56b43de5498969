# make site · make serve · make docs · make screenshots · make quick · make test · make coverage · make audit · make dist · make clean
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RELEASE := $(VENV)/release
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: site serve docs screenshots quick test coverage audit dist lock clean

site: $(VENV)/run.stamp
	@$(BIN)/digest build
	@echo "Look at it:  make serve   or open site/index.html through any web server: $(BIN)/python -m http.server -d site"

serve: $(VENV)/run.stamp
	@$(BIN)/digest serve

# The documentation as a site, into site-docs/. Without --quiet: MkDocs counts no warning where it prints none.
docs: $(VENV)/run.stamp
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict -f docs.yml

# Pictures of every kind of page, for looking at, and docs/front.png anew. Needs Chromium.
SCREENSHOTS ?= $(or $(TMPDIR),/tmp)/digest-screenshots
screenshots: $(VENV)/dev.stamp site
	@$(BIN)/python tests/browser/shots.py site $(SCREENSHOTS) --readme docs/front.png
	@echo "Look at them: $(SCREENSHOTS)"

# Under a minute: what builds whole sites, starts servers, drives a browser or takes long (tests/slow.txt) is left to `make test`,
# and fewer inputs are tried. What Python compiles is kept, whatever the environment says: half of a worker's start is compiling.
quick: export PYTHONDONTWRITEBYTECODE :=
quick: $(VENV)/dev.stamp
	$(BIN)/ruff check --no-cache .
	$(BIN)/mypy --cache-dir=.digest/mypy
	$(BIN)/pytest -m "not slow" --hypothesis-profile=quick --numprocesses auto --dist loadgroup

test: $(VENV)/dev.stamp
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --no-cache --check .
	$(BIN)/mypy --cache-dir=/dev/null
	$(BIN)/pytest

# Which branches of digest/ no test takes; what is left out has its reason beside it (`# pragma: no cover - why`).
coverage: $(VENV)/dev.stamp
	@mkdir -p .digest
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(TESTS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# Every package is pinned with its hash; the project itself is installed last, from this folder, with a pinned backend.
$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-build-isolation --no-deps --editable .
	@$(BIN)/digest schema schemas --quiet # the seed files name them, for editors
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml $(VENV)/run.stamp
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# Whether an advisory names a package of the lock. Needs the network.
audit: $(RELEASE)/stamp
	$(RELEASE)/bin/pip-audit --require-hashes --disable-pip --requirement requirements.lock

# Wheel and sdist, the same bytes wherever they are made of one commit, and what the wheel runs with (CycloneDX), into dist/.
dist: $(RELEASE)/stamp
	rm -rf dist
	mkdir dist
	$(RELEASE)/bin/python -c "import os, subprocess; from flit_core import buildapi; \
	  os.environ['SOURCE_DATE_EPOCH'] = subprocess.check_output(['git', 'log', '-1', '--format=%ct'], text=True).strip(); \
	  buildapi.build_wheel('dist'); buildapi.build_sdist('dist')"
	$(RELEASE)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible -o dist/sbom.cdx.json

$(RELEASE)/stamp: requirements-release.lock
	$(PYTHON) -m venv $(RELEASE)
	$(RELEASE)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-release.lock
	@touch $@

# Needs uv. No lock holds a registry's address. A new digest gets the same versions without their hashes.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --output-file requirements.lock pyproject.toml --group build
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --group dev --group build --output-file requirements-dev.lock pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --group release --group build --output-file requirements-release.lock --constraint requirements.lock
	grep -E '^[a-z0-9]' requirements.lock | sed 's/ *\\$$//' | grep -v '^flit-core' >digest/write/skeleton/constraints.txt

# What a build made, and what it remembers; .venv stays. Writing no pages removes every generated one.
clean:
	rm -rf site site-docs .digest
	test ! -x $(BIN)/python || $(BIN)/python -c "from pathlib import Path; from digest.render.outputs import UNMARKED; \
	  from digest.write import write; write((), Path(), unmarked=UNMARKED)"
