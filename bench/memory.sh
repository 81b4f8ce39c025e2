#!/bin/sh
# Peak memory of `parley read`, on two cores: of the example pages, and of one report of
# SIZE bytes (2000000 without it) of invented sentences; that one by the rules alone too.
# Both cores read it, each at about 20 kB a second with AVX2. Wants GNU time.
set -eu
cd "$(dirname "$0")/.."
size=${SIZE:-2000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -buildvcs=false -ldflags '-s -w' -o "$work/parley" ./cmd/parley

# Numbers in the sentences keep them apart: a repeated one would be read once.
awk -v size="$size" 'BEGIN {
  print "Marsh report\n"
  split("Ilka Brandt|Tobias Renn|The harbour master|An aide to Brandt|The president of Carvonia", who, "|")
  split("said on Tuesday that talks would resume in %d days|told reporters: “We counted %d shells in one night”|denied that %d barges had crossed the marsh|called on Zembla to release %d captives, adding that time was short", says, "|")
  for (n = 14; n < size; i++) {
    s = who[i % 5 + 1] " " sprintf(says[i % 4 + 1], i) ". The rain over village " i " went on all night, and the ferries stayed in the harbour."
    printf "%s%s", s, i % 3 == 2 ? "\n\n" : " "
    n += length(s) + 1
  }
}' > "$work/long.txt"

peak() { # NAME ARGS…
  name=$1
  shift
  GOMAXPROCS=2 /usr/bin/time -f '%M %e' -o "$work/time" "$work/parley" read -f jsonl "$@" > "$work/out"
  awk -v name="$name" -v n="$(wc -l < "$work/out")" '{ printf "Benchmark%s-2\t1\t%.0f ns/op\t%.1f peak-MB\t%d statements\n", name, $2 * 1e9, $1 / 1024, n }' "$work/time"
}

peak Memory/examples -d examples/tesmar.actors -d examples/tesmar.dossier examples/pages
peak "Memory/$(($(wc -c < "$work/long.txt") / 1000))kB" "$work/long.txt"
peak "Memory/$(($(wc -c < "$work/long.txt") / 1000))kB/rules" --only rules "$work/long.txt"
