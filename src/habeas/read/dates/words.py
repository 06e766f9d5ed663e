"""The words of time of one language, read from ``lexicon/dates_XX.toml``.

Each word has one category, a character that the grammar is written in. A language without a file
has none: its numeric dates are still read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.errors import InvalidLexicon
from habeas.read.lexicon import load

type Value = int | float | str | None
type Entry = tuple[str, Value]

SYMBOLS = {
    "month": "M", "name_month": "a", "weekday": "W", "season": "S", "word_season": "s",
    "part": "p", "unit": "U", "units": "u", "year_unit": "g", "year_units": "G",
    "number": "c", "ordinal": "r", "ordinal_mark": "o", "decade_mark": "5", "decade_word": "9",
    "some": "q", "modifier": "e", "portion": "E", "about": "A", "bound": "m",
    "this": "T", "that": "H", "last": "L", "next": "X", "ago": "K", "later": "F",
    "earlier": "B", "after": ">", "before": "<", "every": "Q", "per": "%", "article": "D",
    "one": "i", "of": "f", "place": "P", "within": "@", "from": "j", "between": "b", "to": "t",
    "and": "&", "era": "C", "half_day": "h", "now": "R", "today": "y", "past": "w", "future": "z",
    "vague": "V", "often": "O", "since_then": "~", "season_when": "=", "counted": "#",
    "numbered": "+",
}  # fmt: skip
_CAPITAL = ("capital", "short")
_OPENER = re.compile(r"[^\W\d_]*")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Printed forms with their category and value.

    `phrases` matches the forms that are more than one plain word, which begin with one of the
    `openers`; `ahead` the words of a sentence
    that looks to the future. `adjective_after`: "l'an dernier"; `shift_before`: "il y a deux ans".
    """

    entries: dict[str, Entry]
    openers: frozenset[str]
    phrases: re.Pattern[str]
    ahead: re.Pattern[str]
    adjective_after: bool = False
    shift_before: bool = False


@cache
def words_of(language: str) -> Words:
    """Return the words of a language (ISO 639-1); none where there is no file for it."""
    name = f"dates_{language}"
    if (
        not language.isalpha()
        or not files("habeas.read.lexicon").joinpath(f"{name}.toml").is_file()
    ):
        return Words(entries={}, openers=frozenset(), phrases=_NEVER, ahead=_NEVER)
    try:
        return _words(dict(load(name)))
    except (KeyError, AttributeError, TypeError) as error:
        raise InvalidLexicon(name, f"tables {', '.join(SYMBOLS)}") from error


def _words(tables: dict[str, Any]) -> Words:
    order = tables.pop("order", {})
    ahead = [form for forms in tables.pop("ahead", {}).values() for form in forms]
    entries = dict(reversed([*_entries(tables)]))
    phrases = [form for form in entries if not form.isalpha()]
    return Words(
        entries=entries,
        openers=frozenset(found[0] for form in phrases if (found := _OPENER.match(form))),
        phrases=re.compile(rf"(?i:{_any(iter(phrases))})(?!\w)"),
        ahead=re.compile(rf"\b(?i:{_any(iter(ahead))})\b"),
        adjective_after=bool(order.get("adjective_after")),
        shift_before=bool(order.get("shift_before")),
    )


def _entries(tables: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    for style in _CAPITAL:
        for table, forms in tables.pop(style, {}).items():
            yield from _table(table, forms, style)
    for table, forms in tables.items():
        yield from _table(table, forms, "plain")


def _table(table: str, forms: dict[str, list[str]], style: str) -> Iterator[tuple[str, Entry]]:
    entries = [(form, (SYMBOLS[table], _value(key))) for key in forms for form in forms[key]]
    for form, entry in entries:
        for case in _cases(form, style):
            yield case, entry
            if style == "short":
                yield f"{case}.", entry


def _cases(form: str, style: str) -> tuple[str, ...]:
    high = (form.capitalize(), form.upper())
    return high if style in _CAPITAL else (form, *high)


def _value(key: str) -> Value:
    try:
        return float(key) if "." in key else int(key)
    except ValueError:
        return key


def _any(forms: Iterator[str]) -> str:
    """Return a pattern of the forms, the longest first; a space matches any white space."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    patterns = [re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]") for form in ordered]
    return "|".join(patterns) or "(?!)"
