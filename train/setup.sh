#!/bin/sh
# Makes what training needs, in .train, which git ignores: venv with the pinned requirements, and the folder of an encoder.
# usage: setup.sh [minilm|mpnet|check]...     nothing: only the environment; check: pytest and ruff too
# PYTHON names another Python (3.11 or later). What is there already is left alone.
set -eu
cd "$(dirname "$0")/.."
venv=.train/venv
python=${PYTHON:-python3}

fail() { echo "setup.sh: $*" >&2; exit 1; }

# has FILE: whether the environment has all that a requirements file pins.
has() {
  [ -x $venv/bin/python ] && $venv/bin/python - "$1" <<'PY'
import sys
from importlib import metadata
for line in open(sys.argv[1], encoding="utf8"):
    name, _, version = line.partition("#")[0].strip().partition("==")
    if version:
        try:
            found = metadata.version(name).partition("+")[0]
        except metadata.PackageNotFoundError:
            sys.exit(1)
        if found != version:
            sys.exit(1)
PY
}

environment() {
  has train/requirements.txt && return
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    fail "$python is not Python 3.11 or later: set PYTHON to one that is"
  echo "making $venv …" >&2
  mkdir -p .train
  [ -x $venv/bin/pip ] || "$python" -m venv $venv || fail "python3 -m venv failed (Debian: apt-get install python3-venv)"
  torch=$(grep '^torch==' train/requirements.txt)
  $venv/bin/pip install --quiet --retries 0 --timeout 20 --index-url https://download.pytorch.org/whl/cpu "$torch" 2>/dev/null ||
    echo "download.pytorch.org cannot be reached: torch comes from PyPI, on Linux with some gigabytes of GPU libraries" >&2
  $venv/bin/pip install --quiet -r train/requirements.txt || fail "pip could not install train/requirements.txt (see above)"
}

environment
for want in "$@"; do
  case $want in
  minilm | mpnet) $venv/bin/python train/encoders.py "$want" ".train/$want" ;;
  check) has train/requirements-check.txt || $venv/bin/pip install --quiet -r train/requirements-check.txt || fail "pip could not install train/requirements-check.txt" ;;
  *) fail "unknown: $want (minilm, mpnet, check)" ;;
  esac
done
