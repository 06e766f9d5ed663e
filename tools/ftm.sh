#!/bin/sh
# Make .venv-ftm with followthemoney, which checks our exports in the tests. It is apart from .venv
# because it needs ICU's C headers and a compiler: apt install libicu-dev pkg-config g++
# Usage: sh tools/ftm.sh [PYTHON]
set -eu
cd "$(dirname "$0")/.."
venv=.venv-ftm
lock=requirements-ftm.lock

if [ -f "$venv/.ready" ] && cmp -s "$lock" "$venv/.ready"; then
    exit 0
fi
echo "Setting up $venv with the packages of $lock (it compiles one of them) ..."
rm -rf "$venv"
"${1:-.venv/bin/python}" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" 2>&1 |
    { grep -v 'is ignored: it is neither a file nor a directory' || true; } >&2
"$venv/bin/python" -c 'import followthemoney; print("followthemoney", followthemoney.__version__)'
cp "$lock" "$venv/.ready"
