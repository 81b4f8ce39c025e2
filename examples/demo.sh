#!/bin/sh
# The main job on the sample reports: reads the invented pages of examples/pages into
# a fresh ledger, prints a timeline and one statement with its evidence.
#
#   examples/demo.sh [PARLEY]      the program; bin/parley without it
set -eu
cd "$(dirname "$0")/.."
parley=${1:-bin/parley}
export PARLEY_LEDGER=bin/demo.db
mkdir -p bin
rm -f "$PARLEY_LEDGER" "$PARLEY_LEDGER-wal" "$PARLEY_LEDGER-shm"

run() {
  printf '\n$ parley %s\n\n' "$*"
  "$parley" "$@" 2>&1
}

world='-d examples/tesmar.actors -d examples/tesmar.dossier'
run add $world examples/pages
run timeline --issue talks --limit 20

# The first statement that sets a condition, with what proves it.
id=$("$parley" timeline --issue talks --format csv | awk -F, '/,conditional,/ { print $1; exit }')
run show $world "$id"
run check

cat <<EOF

The ledger is $PARLEY_LEDGER. More to try:

  $parley statements --ledger $PARLEY_LEDGER --actor Varga
  $parley search --ledger $PARLEY_LEDGER ceasefire
  $parley export --ledger $PARLEY_LEDGER $world --format html -o bin/demo.html
EOF
