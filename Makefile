# Everything a user or a contributor runs. `make help` lists it.

SWIFT ?= swift

# debug or release; release runs the tests faster and builds them slower.
CONFIGURATION ?= debug

TEST_FLAGS_release := -Xswiftc -enable-testing
TEST_FLAGS := -c $(CONFIGURATION) $(TEST_FLAGS_$(CONFIGURATION))
THOROUGH_FLAGS := -c release $(TEST_FLAGS_release) --scratch-path .build-thorough
SWIFT_SOURCES := Package.swift Sources Snippets Tests Benchmarks/Package.swift Benchmarks/Sources

# The executables are built for the instruction set of this machine, in a folder of their own: on
# another machine they may not run. `swift build -c release` builds ones that run anywhere.
ifeq ($(shell uname -m),x86_64)
NATIVE := -Xcc -march=native
else
NATIVE := -Xcc -mcpu=native
endif
BUILD_FLAGS := -c release $(NATIVE) --scratch-path .build-native

MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help system-packages build demo data-centres experiment experiments notebooks test test-thorough test-consumer test-slurm docs c-library wheel test-python oracles fuzz bench instructions lint format clean

help: ## List these commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

system-packages: ## Install the system packages that are missing (apt or Homebrew).
	@scripts/install-system-packages

build: system-packages ## Build the executables for this machine, into .build-native/release.
	@$(SWIFT) build $(BUILD_FLAGS)

demo: build ## London to New York through Starlink's first shell, beside fibre.
	@PROGRAMS="$$($(SWIFT) build $(BUILD_FLAGS) --show-bin-path)" scripts/demo

data-centres: build ## Training of five regions, and inference for 1,000 cities, with figures.
	@PROGRAMS="$$($(SWIFT) build $(BUILD_FLAGS) --show-bin-path)" scripts/data-centres

experiments: build ## Rebuild the published experiments in Notebooks-export; NAME=... for one.
	@PROGRAMS="$$($(SWIFT) build $(BUILD_FLAGS) --show-bin-path)" scripts/experiments $(NAME)

experiment: experiments

notebooks: build ## Run the notebooks and export them into Notebooks-export; NAME=... for one.
	@PROGRAMS="$$($(SWIFT) build $(BUILD_FLAGS) --show-bin-path)" scripts/notebooks $(NAME)

test: system-packages ## Build and run all tests.
	@$(SWIFT) build --build-tests $(TEST_FLAGS)
	@$(SWIFT) test --skip-build --parallel $(TEST_FLAGS)

test-thorough: system-packages ## Run the tests that are too long for every run, optimised.
	@$(SWIFT) build --build-tests $(THOROUGH_FLAGS)
	@HELIOGRAPH_THOROUGH=1 $(SWIFT) test --skip-build $(THOROUGH_FLAGS) --filter ThoroughTests

test-consumer: ## Build and run a package that embeds the core, with plain flags and without GSL.
	@SWIFT="$(SWIFT)" scripts/test-consumer

test-slurm: system-packages ## Run a sweep under a Slurm of one node, started as root from Debian's packages.
	@SWIFT="$(SWIFT)" scripts/test-slurm

docs: system-packages ## Build the documentation of all modules into .build-docs, warnings as errors.
	@SWIFT="$(SWIFT)" scripts/docs

c-library: system-packages ## Build the C library, static and dynamic, into .build-c/heliograph.
	@SWIFT="$(SWIFT)" scripts/build-c-library

wheel: system-packages ## Build the Python wheel, with the C library inside, into Python/dist.
	@SWIFT="$(SWIFT)" scripts/build-wheel

test-python: system-packages ## Build the wheel and run the tests of the Python package on it.
	@SWIFT="$(SWIFT)" scripts/test-python

oracles: system-packages ## Install what tests compare with in Python, into .venv-oracles.
	@scripts/oracles

fuzz: system-packages ## Feed the readers with broken input, a minute each.
	@Fuzz/run 60

bench: system-packages ## Time ours beside other programs; SUITES="pipeline" runs some only.
	@Benchmarks/run $(SUITES)

instructions: system-packages ## Compare the kernels' instruction counts with those recorded.
	@Benchmarks/instructions

lint: ## Check the format of the sources.
	@$(SWIFT) format lint --strict --recursive $(SWIFT_SOURCES)

format: ## Format the sources in place.
	@$(SWIFT) format --in-place --recursive $(SWIFT_SOURCES)

clean: ## Remove what was built.
	@rm -rf .build .build-native .build-thorough .build-c .build-consumer .build-docs .venv-oracles Python/.venv* .venv-notebooks Python/dist Benchmarks/.build Benchmarks/.build-native Benchmarks/.venv*
