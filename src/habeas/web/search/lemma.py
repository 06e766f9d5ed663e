"""Say of which word a printed word is a form, in one language or in all that an archive holds.

Words are looked up; of those that no dictionary lists some are told by their endings. A name may
be taken for such a word: it is searched as it is printed too.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from simplemma.strategies import DefaultStrategy

from habeas.web.search.word import fold

DEFAULT = "en"
# What the dictionaries call languages that others call otherwise.
_CALLED = {"bs": "hbs", "hr": "hbs", "sr": "hbs", "sh": "hbs", "no": "nb", "iw": "he"}
_LATIN = (
    "ast ca cs cy da de en enm eo es et fi fr ga gd gl gv hbs hu id is it la lb lt lv ms nb nl nn "
    "pl pt ro se sk sl sq sv sw tl tr"
)
_SCRIPTS = {
    re.compile(r"[a-z]"): frozenset(_LATIN.split()),
    re.compile(r"[\u0400-\u04ff]"): frozenset({"bg", "hbs", "mk", "ru", "uk"}),
    re.compile(r"[\u0370-\u03ff]"): frozenset({"el", "grc"}),
    re.compile(r"[\u0590-\u05ff]"): frozenset({"he"}),
    re.compile(r"[\u0600-\u06ff]"): frozenset({"ar", "fa"}),
    re.compile(r"[\u0530-\u058f]"): frozenset({"hy"}),
    re.compile(r"[\u10a0-\u10ff]"): frozenset({"ka"}),
    re.compile(r"[\u0900-\u097f]"): frozenset({"hi"}),
    re.compile(r"[\u0d00-\u0d7f]"): frozenset({"ml"}),
}
# It keeps dictionaries packed: a tenth of the memory, and every word is asked for once.
_STRATEGY = DefaultStrategy(low_memory=True)


@lru_cache(maxsize=1 << 17)
def lemma(printed: str, language: str) -> str | None:
    """Return the folded lemma of a word, None where the language cannot tell."""
    small = printed.lower()
    if language not in _languages(small):
        return None
    found = _STRATEGY.get_lemma(small, language)
    return fold(found) or None if found else None


@lru_cache(maxsize=1 << 16)
def is_listed(printed: str, language: str) -> bool:
    """Say whether the dictionary of a language lists a word, in small letters or in capitals."""
    small = printed.lower()
    if language not in _languages(small):
        return False
    return any(_STRATEGY.is_dictionary_member(one, language) for one in (small, small.capitalize()))


def known(language: str | None) -> str:
    """Return the language by whose dictionary a document is read: its own, else English.

    Where there is no dictionary of its own, its words have no lemmas.
    """
    return _CALLED.get(language, language) if language else DEFAULT


def lemmas(printed: str, languages: Iterable[str]) -> frozenset[str]:
    """Return the folded lemmas of a word in all of these languages."""
    found = (lemma(printed, known(language)) for language in languages)
    return frozenset(one for one in found if one)


@lru_cache(maxsize=1 << 12)
def _languages(word: str) -> frozenset[str]:
    """Return the languages that are written in the script of a word."""
    return next((those for script, those in _SCRIPTS.items() if script.search(word)), frozenset())
