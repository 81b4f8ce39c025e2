#!/bin/sh
# Goes the whole road of training in about a minute, with tiny encoders of random weights: train with fake quantisation, go on
# from a checkpoint, export, compare Go with PyTorch, read a report with the program. Proves that the parts fit together, nothing about quality.
# usage: smoke.sh PARLEY [POLNEAR_DIR]     without PolNeAR, or where the folder is missing, on the invented corpus
set -eu
cd "$(dirname "$0")/.."
parley=$1 polnear=${2:-}
python=${TRAIN_PYTHON:-.train/venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "smoke.sh: $*" >&2; exit 1; }

if [ ! -d "$polnear/train" ]; then
  polnear=$work/corpus
  $python train/tiny.py corpus "$polnear"
fi
for arch in bert mpnet; do
  echo "== $arch, on ${polnear##*/}"
  $python train/tiny.py $arch "$work/$arch"
  small="--articles 4 --quant 1 --pieces 2000"
  $python train/train.py "$work/$arch" "$polnear" "$work/$arch.pt" $small --epochs 1
  if [ $arch = bert ]; then
    $python train/train.py "$work/$arch" "$polnear" "$work/$arch.pt" $small --epochs 2 --branch 2 --save 1 --resume
    $python train/train.py "$work/$arch" "$polnear" "$work/branch.pt" $small --epochs 1 --init "$work/$arch.e2.pt" --mask 0.1 --mean 0.9
    $python train/teach.py "$work/$arch" "$work/branch.pt" examples/corpus/tune "$work/taught.pt" --texts 4
    $python train/train.py "$work/$arch" "$polnear" "$work/branch.pt" $small --epochs 2 --taught "$work/taught.pt" --gold 2 --share 0.5 --mean 0.9 --resume
    $python train/mix.py "$work/mixed.pt" "$work/$arch.pt=0.4" "$work/branch.pt=0.6"
    mv "$work/mixed.pt" "$work/$arch.pt"
  fi
  $python train/export.py "$work/$arch.pt" "$work/$arch" "$work/$arch-f32.model" --name "smoke-$arch-f32" --f32
  $python train/export.py "$work/$arch.pt" "$work/$arch" "$work/$arch.model" --name "smoke-$arch" --polnear "$polnear" --articles 4
  cp train/model-card.md "$work/card.md"
  $python train/report.py "$work/$arch.pt" "$work/$arch" "$polnear" "$work/$arch-f32.model" "$work/$arch.model" \
    --instances 20 --windows 8 --untrained --card "$work/card.md" > "$work/report"
  grep -F "of PyTorch in every score" "$work/report"
  grep -qF "sha256 \`$(sha256sum "$work/$arch.model" | cut -d ' ' -f 1)\`" "$work/card.md" || fail "the model card does not name the model"
  for kind in -f32 ""; do
    for page in examples/pages/tune/mp-corridor.txt examples/pages/tune/hbc-forum-briefing.html; do
      "$parley" read --model "$work/$arch$kind.model" -f jsonl "$page" > "$work/out.jsonl"
    done
    grep -q "smoke-$arch$kind" "$work/out.jsonl" || fail "no statement names smoke-$arch$kind as its reader"
  done
done
echo "smoke test passed"
