"""The tables that the comparison of names rests on: TOML files that a researcher can extend.

General knowledge of spelling only; no list of people, and no pair of names known to be the same.
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
        raise InvalidLexicon(name, "a TOML file in habeas/resolve/lexicon") from error
