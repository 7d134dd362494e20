# Everything a user or a contributor runs. `make help` lists it.

SWIFT ?= swift

# debug or release; release runs the tests faster and builds them slower.
CONFIGURATION ?= debug

TEST_FLAGS_release := -Xswiftc -enable-testing
TEST_FLAGS := -c $(CONFIGURATION) $(TEST_FLAGS_$(CONFIGURATION))
SWIFT_SOURCES := Package.swift Sources Tests

MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help system-packages build demo test fuzz lint format clean

help: ## List these commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

system-packages: ## Install the system packages that are missing (apt or Homebrew).
	@scripts/install-system-packages

build: system-packages ## Build the executables into .build/release.
	@$(SWIFT) build -c release

demo: build ## London to New York through Starlink's first shell, beside fibre.
	@scripts/demo

test: system-packages ## Build and run all tests.
	@$(SWIFT) build --build-tests $(TEST_FLAGS)
	@$(SWIFT) test --skip-build --parallel $(TEST_FLAGS)

fuzz: system-packages ## Feed the readers with broken input, a minute each.
	@Fuzz/run 60

lint: ## Check the format of the sources.
	@$(SWIFT) format lint --strict --recursive $(SWIFT_SOURCES)

format: ## Format the sources in place.
	@$(SWIFT) format --in-place --recursive $(SWIFT_SOURCES)

clean: ## Remove what was built.
	@rm -rf .build
