#!/usr/bin/env python3
"""Name the 40 articles of PolNeAR train that are kept out of training: the project's own measure on real news.

usage: gold_articles.py POLNEAR_DIR > examples/polnear/articles.txt

The choice looks at nothing but outlet, length and the hash of the file's name: of each of the seven outlets the
first articles of 300 to 800 words in the order of sha256(name), six of five outlets, five of two.
Lines alternate between the two halves: "tune NAME" and "score NAME".
"""
import collections
import glob
import hashlib
import os
import sys

def main():
    by = collections.defaultdict(list)
    for path in glob.glob(os.path.join(sys.argv[1], "train", "text", "*.txt")):
        with open(path, encoding="utf8") as f:
            if 300 <= len(f.read().split()) <= 800:
                name = os.path.basename(path)[:-4]
                by[name.split("_")[0]].append(name)
    chosen = []
    for rank, outlet in enumerate(sorted(by)):
        names = sorted(by[outlet], key=lambda n: hashlib.sha256(n.encode()).hexdigest())
        chosen += names[: 6 if rank < 5 else 5]
    for i, name in enumerate(chosen):
        print("tune" if i % 2 == 0 else "score", name)

if __name__ == "__main__":
    main()
