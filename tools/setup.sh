#!/bin/sh
# Make a virtual environment with every package of requirements.lock, checked by its hash.
# Usage: sh tools/setup.sh .venv
set -eu
venv=$1

suits() { "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 12) <= sys.version_info < (3, 14))' >/dev/null 2>&1; }

find_python() {
    for name in "${PYTHON:-}" python3.13 python3.12 python3 python; do
        [ -n "$name" ] && suits "$name" && { echo "$name"; return; }
    done
    for path in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[32]*/bin/python3; do
        [ -x "$path" ] && suits "$path" && { echo "$path"; return; }
    done
    if command -v uv >/dev/null 2>&1 && path=$(uv python find '>=3.12,<3.14' 2>/dev/null) && suits "$path"; then
        echo "$path"; return
    fi
    echo "Habeas needs Python 3.13 or 3.12 with venv: install it (Debian: apt install python3.13-venv; macOS: brew install python@3.13; any: uv python install 3.13) and run make again, or name it: make PYTHON=/path/to/python3.13" >&2
    return 1
}

if ! { [ -x "$venv/bin/python" ] && suits "$venv/bin/python"; }; then
    python=$(find_python)
    echo "Setting up $venv with $("$python" --version) ..."
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi
echo "Installing the packages of requirements.lock (about 250 MB the first time) ..."
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock 2>&1 |
    { grep -v 'is ignored: it is neither a file nor a directory' || true; } >&2
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
"$venv/bin/habeas" --version
