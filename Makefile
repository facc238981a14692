# Two commands do all: `make run` and `make test`. The README spells both out for people without make.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed
# The texts that the articles were made from; they are not part of the project.
ORIGINALS ?= ../shared/sources

.PHONY: run test check eval bench vectors heard weights tuned peers lock screenshots clean

run: $(STAMP)-run
	$(BIN)/fieldnote serve

test: $(STAMP)-test
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: $(STAMP)-test
	$(BIN)/ruff check .
	$(BIN)/mypy

eval: $(STAMP)-test
	$(BIN)/python -m tests.quality.questions.run
	$(BIN)/python -m tests.quality.questions.run --claims
	$(BIN)/python -m tests.quality.interviews.run
	$(BIN)/python -m tests.quality.model
	test ! -d $(ORIGINALS) || $(BIN)/python -m tests.quality.questions.run --raw $(ORIGINALS)

bench: $(STAMP)-test
	$(BIN)/python -m tests.bench.answers
	$(BIN)/python -m tests.bench.startup
	$(BIN)/python -m tests.bench.model
	$(BIN)/python -m tests.bench.people
	$(BIN)/python -m tests.bench.retrieval --data $(or $(DATA),../shared/retrieval)

vectors: $(STAMP)-test
	$(BIN)/python -m corpus.precompute prompts/guides/*.yaml prompts/guides/said/*/*.yaml prompts/guides/heard/*/*.yaml prompts/advice/*.yaml prompts/talk/*.yaml agent/understanding/data/dodges.yaml

# Makes the replies of the simulated people, but for those held back, examples of the reader's.
heard: $(STAMP)-test
	$(BIN)/python -m tests.quality.reading.heard
	$(MAKE) vectors

# Trains the adapter for questions anew, for an hour or more.
tuned: $(STAMP)-test
	$(BIN)/pip install --quiet torch
	$(BIN)/python -m tests.quality.adapter
	$(MAKE) vectors

# Fits what speaks for an option of a topic on the replies of the simulated people, for some ten minutes.
weights: $(STAMP)-test
	$(BIN)/python -m tests.quality.reading.weights
	$(BIN)/python -m tests.quality.reading.opposed
	$(BIN)/python -m tests.quality.reading.volunteered

# Compiles llama.cpp once, for about a quarter of an hour; not in CI.
peers: $(STAMP)-test
	$(BIN)/python -m pytest tests/peers tests/peers/llama_server.py

screenshots: $(STAMP)-test
	$(BIN)/python -m tests.browser.screenshots

# The locks hold the whole closure, so nothing is resolved and no wheel's own requirements are followed.
$(STAMP)-run: requirements.lock pyproject.toml
	test -d .venv || $(PYTHON) -m venv .venv
	test -e $(STAMP)-test || $(BIN)/pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps -e .
	touch $@

$(STAMP)-test: requirements.lock tests/requirements.lock pyproject.toml
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --no-deps --require-hashes -r tests/requirements.lock
	$(BIN)/pip install --quiet --no-deps -e .
	touch $@

# Needs uv (pip install uv). Index lines are left out, so that the locks name no registry.
lock:
	uv pip compile --quiet pyproject.toml --group weights --universal --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header -o requirements.lock
	uv pip compile --quiet pyproject.toml --group weights --group dev --group bench --universal --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header -c requirements.lock -o tests/requirements.lock

clean:
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .peers
