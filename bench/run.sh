#!/bin/sh
# Runs the benchmarks and keeps the raw output, dated, under bench/runs. Compare two
# runs with benchstat: (cd tools && go tool benchstat ../bench/runs/A.txt ../bench/runs/B.txt)
#
# The ledger's benchmarks build ledgers of ten thousand reports and run once, the
# others COUNT times (4 without it). Takes about four minutes on two quiet cores.
set -eu
cd "$(dirname "$0")/.."
out="bench/runs/$(date -u +%Y-%m-%d)-$(git rev-parse --short HEAD 2>/dev/null || echo none).txt"
small=$(go list ./... | grep -v '/ledger/')

run() {
  echo "# $*"
  "$@" 2>&1 || echo "FAILED: $*"
}

{
  echo "# $(date -u +%FT%TZ) $(go version)"
  echo "# $(grep -m1 'model name' /proc/cpuinfo 2>/dev/null || true), $(getconf _NPROCESSORS_ONLN) processors"
  echo "# load before: $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || true)"
  # shellcheck disable=SC2086 # the list is many words
  run go test -run '^$' -bench . -benchmem -cpu 1 -count "${COUNT:-4}" $small
  run go test -run '^$' -bench . -benchmem -timeout 20m ./internal/ledger/...
} | grep -v '^PASS$\|no test files' | tee "$out"
echo "written to $out" >&2
! grep -q FAILED "$out"
