#!/bin/sh
# Runs the benchmarks and keeps the raw output, dated, under bench/runs. Compare two
# runs with benchstat: (cd tools && go tool benchstat ../bench/runs/A.txt ../bench/runs/B.txt)
#
#   bench/run.sh             everything
#   bench/run.sh reader      only what the trained reader costs: encoder, whole reports, memory
#
# The ledger's benchmarks build ledgers of ten thousand reports and run once, the
# others COUNT times (4 without it); SIZE is for bench/memory.sh. Takes some ten minutes on two quiet
# cores, reader with COUNT=2 SIZE=500000 about five. Plain Go, thirty times slower than AVX2, is
# measured once and briefly.
set -eu
cd "$(dirname "$0")/.."
part=${1:-all}
out="bench/runs/$(date -u +%Y-%m-%d)-$(git rev-parse --short HEAD 2>/dev/null || echo none).txt"
others=$(go list ./... | grep -v '/ledger/\|/encoder\|/reading$\|/cmd/parley$')

run() {
  echo "# $*"
  "$@" 2>&1 || echo "FAILED: $*"
}

bench() {
  run go test -run '^$' -benchmem "$@"
}

{
  echo "# $(date -u +%FT%TZ) $(go version)"
  echo "# $(grep -m1 'model name' /proc/cpuinfo 2>/dev/null || true), $(getconf _NPROCESSORS_ONLN) processors"
  echo "# flags: $(grep -m1 '^flags' /proc/cpuinfo 2>/dev/null | tr ' ' '\n' | grep '^avx\|^fma$\|^bmi\|^sse4\|vnni\|^amx' | tr '\n' ' ' || true)"
  echo "# model: $(cksum < data/models/reader.model)"
  echo "# load before: $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || true)"
  count=${COUNT:-4}
  bench -bench 'Read|FirstStatement' -cpu 1,2 -count "$count" ./internal/reading ./cmd/parley
  bench -bench 'Stages|Reference|New' -cpu 1 -count "$count" ./internal/reading
  bench -bench . -short -cpu 1 -count "$count" ./internal/encoder/...
  bench -bench 'Read/generic/40' -cpu 1 -benchtime 1x ./internal/encoder
  run sh bench/memory.sh
  if [ "$part" = all ]; then
    # shellcheck disable=SC2086 # the list is many words
    bench -bench . -cpu 1 -count "$count" $others
    bench -bench . -timeout 20m ./internal/ledger/...
  fi
  echo "# load after: $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || true)"
} | grep -v '^PASS$\|no test files' | tee "$out"
echo "written to $out" >&2
! grep -q FAILED "$out"
