# Parley. `make demo` runs the main job, `make test` passes the tests.
GO ?= go
BIN := bin/parley
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS := -s -w -X main.version=$(VERSION)
# The linter is built again only when its module file changes, whatever the files' dates.
TOOLS := .tools
LINT := $(TOOLS)/golangci-lint-$(shell cksum < tools/go.mod | cut -d ' ' -f 1)
SHARED ?= ../shared
# The version comes from git describe above; stamping fails in clones of another user.
export GOFLAGS := -buildvcs=false $(GOFLAGS)
export CGO_ENABLED := 0
PLATFORMS := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64

.DEFAULT_GOAL := help
.PHONY: help build demo test check fmt generate scores bench dist screenshot clean lint fuzz test-arm64 test-avx512

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

build: ## build bin/parley
	$(GO) build -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/parley

demo: build ## read the sample reports into a fresh ledger and show what came out
	@sh examples/demo.sh $(BIN)

test: check ## check, then every test
	$(GO) test ./...

test-arm64: ## test the encoder as arm64 (wants Debian's qemu-user-static)
	GOARCH=arm64 $(GO) test -short -exec qemu-aarch64-static ./internal/encoder/...

test-avx512: ## test the encoder's AVX-512 on an emulated processor (wants Debian's bochs: tools/avx512.sh)
	@sh tools/avx512.sh

check: ## format, vet, lint, import rule, generated files, golden scores
	@test -z "$$(gofmt -l . | tee /dev/stderr)" || { echo 'gofmt: run make fmt'; exit 1; }
	$(GO) vet ./...
	$(GO) test -run 'TestImportRule|TestSameBits' .
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory build
	$(BIN) score sheet --check docs/scores.md
	@SHARED=$(SHARED) sh tools/generated.sh

lint: $(LINT) ## golangci-lint alone
	$(LINT) run ./...

$(LINT):
	@echo 'building golangci-lint (once; a few minutes) …'
	@mkdir -p $(TOOLS) && rm -f $(TOOLS)/golangci-lint*
	cd tools && $(GO) build -o ../$@ github.com/golangci/golangci-lint/v2/cmd/golangci-lint

fmt: ## format the code
	gofmt -w .

generate: ## make generated files again: example pages, assembly; with $(SHARED), the office-holders
	$(GO) run ./examples/gen
	$(GO) generate ./internal/encoder/kernel
	@if [ -f $(SHARED)/directory/officeholders.csv ]; then \
	  $(GO) run ./data/actors/gen -in $(SHARED)/directory/officeholders.csv -out data/actors/holders.txt; fi

scores: build ## score the reader on every corpus at hand and write docs/scores.md
	$(BIN) score sheet --shared $(SHARED) --out docs/scores.md

bench: ## run the benchmarks; a dated raw run goes to bench/runs
	@sh bench/run.sh

dist: ## static binaries for all platforms, with checksums
	@rm -rf dist && mkdir -p dist
	@for p in $(PLATFORMS); do os=$${p%/*} arch=$${p#*/} ext=; [ $$os = windows ] && ext=.exe; \
	  echo "dist/parley-$$os-$$arch$$ext"; \
	  GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o dist/parley-$$os-$$arch$$ext ./cmd/parley || exit 1; done
	@cd dist && sha256sum parley-* > SHA256SUMS && cat SHA256SUMS

screenshot: build ## draw docs/page.png, the picture in the README (installs Debian's chromium)
	@sh examples/screenshot.sh $(BIN)

fuzz: ## every fuzz target for 20 seconds
	@for p in $$($(GO) list ./...); do for f in $$($(GO) test -list '^Fuzz' $$p | grep ^Fuzz); do \
	  echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 20s $$p || exit 1; done; done

clean: ## remove what was built
	rm -rf bin dist $(TOOLS)
