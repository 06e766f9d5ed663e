"""The words that introduce voices where there is no parse: ``lexicon/voices_plain.toml``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from habeas.read.lexicon import load

NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a language: the tables each cue is in, patterns, and sets of small words."""

    tables: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    that: re.Pattern[str]
    of: re.Pattern[str]
    told_of: re.Pattern[str]
    bidden: re.Pattern[str]
    infinitive: re.Pattern[str]
    according: re.Pattern[str]


CUES = (
    "say", "claim", "allege", "deny", "ask", "demand", "accuse", "bid", "summon", "want", "penal",
    "told", "claimed", "charge",
)  # fmt: skip
SMALL = (
    "relative", "first", "nobody", "pronouns", "feminine", "masculine", "skipped", "joins",
    "passive", "articles", "that", "as", "oblique",
)  # fmt: skip


@cache
def wording(language: str) -> Wording:
    """Return the wording of a language, one without words where there is no lexicon of it."""
    table: Mapping[str, str] = load("voices_plain").get(language, {})
    tables: dict[str, set[str]] = {}
    for name in CUES:
        for word in table.get(name, "").split():
            tables.setdefault(word, set()).add(name)
    ends = "|".join(table.get("infinitive", "").split())
    verb = rf"(?:n['’]|ne pas |ne )?[^\W\d_]+(?:{ends})\b" if ends else NEVER
    to = _any(table.get("to", ""))
    return Wording(
        tables={word: frozenset(names) for word, names in tables.items()},
        words={name: frozenset(table.get(name, "").split()) for name in SMALL},
        that=re.compile(
            rf"[^.;:!?«»“”„\"()]{{0,60}}?(?<!\w){_any(table.get('that', ''))}\s*", re.I
        ),
        of=re.compile(rf"[^.;:!?«»“”„\"]{{0,60}}?(?<!\w){_any(table.get('of', ''))}\s*", re.I),
        told_of=re.compile(rf"\s*{_any(table.get('told_of', ''))}\s*", re.I),
        bidden=re.compile(rf"[^.;:!?«»“”„\"]{{0,70}}?(?<!\w)(?:{to}\s*)(?={verb})", re.I)
        if table.get("to")
        else re.compile(rf"(?:\s+[^\W\d_]+){{0,3}}?\s+(?={verb})", re.I),
        infinitive=re.compile(rf"\s+(?={verb})", re.I),
        according=re.compile(rf"(?<!\w){_any(table.get('according', ''))}\s*(?=\w)", re.I),
    )


def _any(words: str) -> str:
    """Return a pattern for any of some words; what ends in an apostrophe needs no space after."""
    forms = [re.escape(word).replace("·", r"\s+") for word in words.split()]
    closed = [form if form[-1] in "'’" else rf"{form}(?!\w)" for form in forms]
    return f"(?:{'|'.join(closed)})" if closed else NEVER
