#!/bin/sh
# Runs SUTime, the finder of dates in Stanford CoreNLP, over documents of TimeML, and scores it beside
# ours. Not part of CI: wants Maven, a JDK of 11 or later and 480 MB, which Maven keeps in its own folder.
#
#   bench/peers/sutime.sh [DIR]     ../shared/corpora/timebank without DIR
#
# What SUTime found stays in the cache folder (XDG_CACHE_HOME or ~/.cache, parley-peers/sutime.jsonl).
set -eu
cd "$(dirname "$0")/../.."
dir=${1:-../shared/corpora/timebank}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/parley-peers
mkdir -p "$cache"
mvn -q -B -f bench/peers/sutime/pom.xml dependency:build-classpath -Dmdep.outputFile="$cache/sutime.classpath" >&2
java -Xmx2g -cp "$(cat "$cache/sutime.classpath")" bench/peers/sutime/SUTime.java "$dir" > "$cache/sutime.jsonl"
go run -buildvcs=false ./cmd/parley score dates --against "$cache/sutime.jsonl" "$dir"
