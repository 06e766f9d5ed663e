"""The words that the reader knows: TOML files that a researcher can read and extend.

No rule lives here; a file names words, a module of ``read`` says what they do.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.errors import InvalidLexicon


@cache
def load(name: str) -> dict[str, Any]:
    """Return the tables of the file `name`.toml of this package; raise InvalidLexicon."""
    try:
        return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InvalidLexicon(name, "a TOML file in habeas/read/lexicon") from error


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """Return the words under `path` in a file, however deep the tables below it are."""
    found = load(name)
    for key in path:
        if key not in found:
            raise InvalidLexicon(name, f"a table or list {'.'.join(path)}")
        found = found[key]
    return frozenset(_leaves(found))


def _leaves(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return [leaf for part in parts for leaf in _leaves(part)]
