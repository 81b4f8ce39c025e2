#!/usr/bin/env bash
# Runs every benchmark and keeps the raw output, dated, under bench/runs.
set -euo pipefail
cd "$(dirname "$0")/.."
out="bench/runs/$(date -u +%Y-%m-%d)-$(git rev-parse --short HEAD 2>/dev/null || echo none).txt"
{
  echo "# $(date -u +%FT%TZ) $(go version)"
  echo "# $(grep -m1 'model name' /proc/cpuinfo 2>/dev/null || true)"
  echo "# flags: $(grep -m1 -o -w -E 'avx2|avx512f|avx512_vnni|avx_vnni' /proc/cpuinfo 2>/dev/null | sort -u | tr '\n' ' ')"
  echo "# go test -run '^\$' -bench . -benchmem -count ${COUNT:-3} ./..."
  go test -run '^$' -bench . -benchmem -count "${COUNT:-3}" ./...
} | tee "$out"
echo "written to $out" >&2
