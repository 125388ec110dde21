# make book   build the book and serve it          make test   everything CI checks
# make lab    JupyterLab on the workbooks          make bench  the figures of speed and size
# make html   build only, into _build/html         make lock   resolve the lock file anew
# make html COURSE=other.yml   another edition than the one in course.yml
# make lite   build, with the lab in the browser
# make zip    the site as one zip, for any server   make pdf    the book on paper     make epub   for e-readers
.DEFAULT_GOAL := book
.PHONY: book html lite zip pdf epub lab test lint unit notebooks oldest browser in-browser bench lock clean env

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
COURSE ?= course.yml
export SALESEDU_CACHE := $(CURDIR)/.cache
export SALESEDU_COURSE = $(abspath $(COURSE))
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYDEVD_DISABLE_FILE_VALIDATION := 1
LITE := $(BIN)/python -m salesedu.site.lab _build/html
JB := $(BIN)/python -m salesedu.site.build

# Tests and measurements are about the whole book, whatever edition course.yml chooses.
test browser notebooks oldest in-browser bench: export COURSE :=

define say
	@printf '\n\033[1m== %s\033[0m\n' "$(1)"
endef

env: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "salesedu needs Python 3.11 or newer; $(PYTHON) is older. Run: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(call say,Setting up $(VENV) from the lock file (a minute or two the first time))
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --progress-bar on --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(READY)

html: $(READY)
	$(call say,Building the book into _build/html)
	@$(LITE) --if-there
	@$(JB)
	@echo "The book is in _build/html, for any web server. To look at it here, type make book: opened as a file it does not answer."

# The lab goes first: a page has its button only where the lab is.
lite: $(READY)
	$(call say,The lab in the browser: JupyterLite with the workbooks)
	@$(LITE)
	@$(MAKE) --no-print-directory html

book: lite
	@$(BIN)/python -m salesedu.site.serve _build/html

zip: lite
	$(call say,Packing the site)
	@$(BIN)/python -m salesedu.site.pack _build/html _build/salesedu-site.zip

pdf: html
	$(call say,Printing the whole book (needs Chromium or Chrome))
	@$(BIN)/python -m salesedu.site.paper _build/html _build/salesedu.pdf

epub: html
	$(call say,Making the book for e-readers)
	@$(BIN)/python -m salesedu.site.epub _build/html _build/salesedu.epub

lab: $(READY)
	$(call say,Opening JupyterLab on the workbooks)
	@$(BIN)/jupyter lab notebooks/1-customer-centrality.ipynb

# The book is built while the units run: one core is free at their end.
test: lint
	@$(MAKE) --no-print-directory -j2 -O unit lite
	@$(MAKE) --no-print-directory notebooks oldest in-browser
	@printf '\nAll of it passed.\n'

lint: $(READY)
	$(call say,Style and import rules)
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-cache

unit: $(READY)
	$(call say,Units; doctests; the bank in both graders)
	@$(BIN)/pytest -q -n 2 --dist loadgroup --ignore=tests/browser --doctest-modules tests salesedu

notebooks: $(READY)
	$(call say,Workbooks run again and compared with what is committed)
	@$(BIN)/pytest -q -n 2 --dist loadfile -p no:cacheprovider --nbval notebooks

# The oldest pandas and matplotlib we promise, laid over the environment in a folder of their own.
OLDEST := .cache/oldest
$(OLDEST)/.ready: requirements-oldest.lock $(READY)
	$(call say,Fetching the oldest pandas and matplotlib that we support)
	@rm -rf $(OLDEST)
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps --target $(OLDEST) -r requirements-oldest.lock
	@touch $@

oldest: $(OLDEST)/.ready
	$(call say,The same workbooks on pandas 2.2 and matplotlib 3.8)
	@PYTHONPATH=$(OLDEST) $(BIN)/pytest -q -n 2 --dist loadfile -p no:cacheprovider --nbval notebooks

browser: lite in-browser

in-browser: $(READY)
	$(call say,In a browser: the built pages; JupyterLab; every workbook in the lab)
	@$(BIN)/pytest -q -n 2 --dist loadgroup tests/browser

bench: lite
	@$(BIN)/python -m tests.bench

lock:
	$(call say,Resolving the lock files)
	@uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements.lock
	@printf 'pandas==2.2.3\nmatplotlib==3.8.4\nnumpy<2.1\n' | uv pip compile - --no-deps --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements-oldest.lock

clean:
	@rm -rf _build .cache/salesedu/executed
