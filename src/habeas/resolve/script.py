"""Tell the script of a word from its letters. Scripts without a table of sounds are OTHER."""

import re
from enum import StrEnum


class Script(StrEnum):
    """The scripts that have a table in ``lexicon/sounds.toml``, and the rest."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    HANGUL = "hangul"
    HAN = "han"
    OTHER = "other"


_LETTERS = {
    Script.LATIN: "a-zA-Z\u00c0-\u024f\u1e00-\u1eff",
    Script.CYRILLIC: "\u0400-\u052f",
    Script.ARABIC: "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    Script.HEBREW: "\u0590-\u05ff",
    Script.HANGUL: "\uac00-\ud7a3\u1100-\u11ff",
    Script.HAN: "\u3400-\u4dbf\u4e00-\u9fff",
}
_SCRIPTS = tuple(_LETTERS)
_ANY = re.compile("|".join(f"([{letters}])" for letters in _LETTERS.values()))


class _Of(dict[str, Script]):
    """The script of each letter; filled as letters are met."""

    def __missing__(self, letter: str) -> Script:
        found = _ANY.search(letter)
        self[letter] = _SCRIPTS[found.lastindex - 1] if found and found.lastindex else Script.OTHER
        return self[letter]


_OF = _Of()


def script_of(word: str) -> Script:
    """Return the script of the first letter of `word`; OTHER where it is none of the known ones."""
    if word.isascii():
        return Script.LATIN
    script = _OF[word[0]]
    if script is not Script.OTHER:
        return script
    return next((found for found in map(_OF.__getitem__, word) if found is not script), script)
