#!/bin/sh
# Holds generated files against what their programs make of today's sources: the
# pages of examples/, the assembly of internal/encoder/kernel and, where the Wikidata
# table is at hand, the office-holders of data/actors. Needs no network, but without it
# leaves the assembly out where the generator's modules were never fetched.
set -eu
cd "$(dirname "$0")/.."
shared=${SHARED:-../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

differs() { # WHAT
  echo "$1 is not what its program makes: run make generate" >&2
  status=1
}

# The program writes into examples/ of its working folder.
mkdir "$work/examples"
cp -r examples/corpus "$work/examples/"
go build -o "$work/gen" ./examples/gen
(cd "$work" && ./gen)
diff -r "$work/examples/pages" examples/pages >&2 || differs examples/pages

kernel=internal/encoder/kernel
if (cd $kernel/asm && go list -deps . >/dev/null 2>"$work/log"); then
  # The command line stands in the files, so it is given as go generate does.
  mkdir -p "$work/kernel"
  cp -r $kernel/asm "$work/kernel/"
  go run -C "$work/kernel/asm" . -out ../kernel_amd64.s -stubs ../stubs_amd64.go -pkg kernel
  for f in kernel_amd64.s stubs_amd64.go; do
    cmp "$work/kernel/$f" $kernel/$f >&2 || differs $kernel/$f
  done
else
  echo "$kernel: assembly not checked, its generator cannot be built:" >&2
  cat "$work/log" >&2
fi

if [ -f "$shared/directory/officeholders.csv" ]; then
  go run ./data/actors/gen -in "$shared/directory/officeholders.csv" -offices data/actors/offices.txt \
    -out "$work/holders.txt" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
  cmp "$work/holders.txt" data/actors/holders.txt >&2 || differs data/actors/holders.txt
fi
exit $status
