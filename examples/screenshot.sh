#!/bin/sh
# Draws docs/page.png, the picture in the README: the page that parley export makes
# of the sample reports, in Debian's chromium, which is installed when it is not there.
#
#   examples/screenshot.sh [PARLEY]      the program; bin/parley without it
set -eu
cd "$(dirname "$0")/.."
parley=${1:-bin/parley}
if ! command -v chromium >/dev/null; then
  as=''
  [ "$(id -u)" = 0 ] || as=sudo
  $as apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
world='-d examples/tesmar.actors -d examples/tesmar.dossier'
"$parley" add --ledger "$work/demo.db" $world examples/pages
"$parley" export --ledger "$work/demo.db" $world --format html --title 'The Tesmar talks' -o "$work/page.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
  --window-size=1280,1200 --screenshot="$work/page.png" "file://$work/page.html" 2>"$work/log" || {
  cat "$work/log" >&2
  exit 1
}
mv "$work/page.png" docs/page.png
ls -l docs/page.png
