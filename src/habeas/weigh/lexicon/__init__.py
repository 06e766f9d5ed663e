"""The words that the weighing knows: TOML files that a researcher can read and extend.

No rule lives here; a file names acts and words, a module of ``weigh`` says what they do.
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
        raise InvalidLexicon(name, "a TOML file in habeas/weigh/lexicon") from error
