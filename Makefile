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
.PHONY: help build demo test check fmt generate scores scores-large bench dist screenshot clean lint fuzz test-arm64 test-avx512 train train-smoke train-check model-large

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

scores-large: build ## score the large reader (make model-large) beside the built-in one, with speeds, in docs/scores.md
	@test -f .train/large.model || { echo 'no .train/large.model: make model-large trains it'; exit 1; }
	$(BIN) score readers --shared $(SHARED) --out docs/scores.md .train/large.model \
	  --machine "$$(grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //'), $$(date +%F)"

bench: ## run the benchmarks; a dated raw run goes to bench/runs
	@sh bench/run.sh

# Training: train/README.md. A stopped run goes on where it was saved last; remove the .pt files to begin anew. The reader is the
# average of a run and of two that leave it after its third epoch, with pieces hidden and with a running mean.
TRAIN := .train/venv/bin/python
POLNEAR ?= $(SHARED)/corpora/polnear
RECIPE ?= --epochs 6 --quant 1 --branch 3
RECIPE_BRANCH ?= --init .train/reader.e3.pt --epochs 4 --quant 1 --lr 1.5e-4 --headlr 7e-4 --mean 0.99
SHARES ?= .train/reader.pt=0.22 .train/branch-a.pt=0.39 .train/branch-b.pt=0.39
RECIPE_GOLD ?= --init .train/mixed.pt --epochs 2 --quant 1 --lr 1.2e-4 --headlr 6e-4 --mean 0.99 --mask 0.06 --gold 2 --seed 7
RECIPE_GOLD_SECOND ?= --init .train/gold-a.pt --epochs 2 --quant 2 --lr 7e-5 --headlr 4e-4 --mean 0.985 --mask 0.06 --gold 3 --share 0.15 --seed 8
SHARES_GOLD ?= .train/mixed.pt=0.34 .train/gold-a.pt=0.33 .train/gold-b.pt=0.33
# The large reader labels other texts, where make model-large has trained it.
TEACHER = $(wildcard .train/large.pt)
TAUGHT = $(if $(TEACHER),--taught .train/taught.pt)
RECIPE_LARGE ?= --epochs 1 --quant 0.3 --lr 6e-5 --pieces 1800 --save 60
RECIPE_LARGE_SECOND ?= --init .train/large1.pt --epochs 1 --quant 0.3 --lr 5e-5 --headlr 5e-4 --pieces 1800 --seed 2 --mask 0.06 --mean 0.99 --save 40

train: ## train the reader from $(SHARED): data/models/reader.model, figures in train/model-card.md (Python; two to four hours)
	@test -d $(POLNEAR)/train || { echo 'no PolNeAR in $(POLNEAR): give its folder as POLNEAR=DIR'; exit 1; }
	@sh train/setup.sh minilm
	$(TRAIN) train/train.py .train/minilm $(POLNEAR) .train/reader.pt $(RECIPE) --save 60 --resume
	$(TRAIN) train/train.py .train/minilm $(POLNEAR) .train/branch-a.pt $(RECIPE_BRANCH) --seed 4 --mask 0.12 --save 60 --resume
	$(TRAIN) train/train.py .train/minilm $(POLNEAR) .train/branch-b.pt $(RECIPE_BRANCH) --seed 5 --mask 0.06 --save 60 --resume
	$(TRAIN) train/mix.py .train/mixed.pt $(SHARES)
	$(if $(TEACHER),$(TRAIN) train/teach.py .train/mpnet $(TEACHER) $(dir $(POLNEAR)) .train/taught.pt)
	$(TRAIN) train/train.py .train/minilm $(POLNEAR) .train/gold-a.pt $(RECIPE_GOLD) $(TAUGHT) --save 60 --resume
	$(TRAIN) train/train.py .train/minilm $(POLNEAR) .train/gold-b.pt $(RECIPE_GOLD_SECOND) $(TAUGHT) --save 60 --resume
	$(TRAIN) train/mix.py .train/final.pt $(SHARES_GOLD)
	$(TRAIN) train/export.py .train/final.pt .train/minilm .train/reader-f32.model --name model-3 --f32
	@mkdir -p data/models
	$(TRAIN) train/export.py .train/final.pt .train/minilm data/models/reader.model --name model-3 --polnear $(POLNEAR)
	$(TRAIN) train/report.py .train/final.pt .train/minilm $(POLNEAR) .train/reader-f32.model data/models/reader.model --card train/model-card.md

train-smoke: build ## the whole road of training with tiny random encoders, in two minutes (fetches torch at first)
	@sh train/setup.sh
	@sh train/smoke.sh $(BIN) $(POLNEAR)

train-check: ## lint and test the Python of train/
	@sh train/setup.sh check
	$(TRAIN) -m ruff check --no-cache --config train/ruff.toml train
	$(TRAIN) -m pytest -q -p no:cacheprovider train/tests

model-large: ## train the large reader: .train/large.model, for parley read --model (two and a half hours; goes on where it was stopped)
	@test -d $(POLNEAR)/train || { echo 'no PolNeAR in $(POLNEAR): give its folder as POLNEAR=DIR'; exit 1; }
	@sh train/setup.sh mpnet
	$(TRAIN) train/train.py .train/mpnet $(POLNEAR) .train/large1.pt $(RECIPE_LARGE) --resume
	$(TRAIN) train/train.py .train/mpnet $(POLNEAR) .train/large.pt $(RECIPE_LARGE_SECOND) --resume
	$(TRAIN) train/export.py .train/large.pt .train/mpnet .train/large-f32.model --name large-2 --f32
	$(TRAIN) train/export.py .train/large.pt .train/mpnet .train/large.model --name large-2 --polnear $(POLNEAR) --articles 10
	$(TRAIN) train/report.py .train/large.pt .train/mpnet $(POLNEAR) .train/large-f32.model .train/large.model --instances 40

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
