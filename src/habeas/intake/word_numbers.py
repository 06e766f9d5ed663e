"""Count the numbers that Word shows before the items of a list but does not store.

Follows ECMA-376 part 1, section 17.9. Bullets are left out: they say nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

_DEEPEST = 8
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `pattern` such as ``%1.%2)``."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1


class Numbers:
    """The lists of one document and how far each has counted."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._lists = {} if numbering is None else self._read(numbering)
        named = ((_attribute(style, "styleId"), style) for style in styles.iter("{*}style"))
        self._styled = {name: _place(style) for name, style in named}

    def next(self, paragraph: etree._Element, style: str | None) -> str | None:
        """Return the number that stands before `paragraph`, None where none does."""
        place = _place(paragraph) or self._styled.get(style or "")
        if place is None or place[0] not in self._lists:
            return None
        key, depth = self._lists[place[0]], min(place[1], _DEEPEST)
        levels = self._levels.get(key, {})
        if levels.get(depth, Level("none")).form in ("bullet", "none"):
            return None
        counts = self._counts.setdefault(key, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _filled(levels, counts, depth)

    def _read(self, numbering: etree._Element) -> dict[str, str]:
        """Return which numbering each list follows; a list that starts anew has its own."""
        for abstract in numbering.iterfind("{*}abstractNum"):
            name = _attribute(abstract, "abstractNumId")
            self._levels[name] = _levels(abstract)
        lists = {}
        for entry in numbering.iterfind("{*}num"):
            number, follows = _attribute(entry, "numId"), _value(entry, "abstractNumId")
            lists[number] = follows
            if entry.find("{*}lvlOverride/{*}startOverride") is not None:
                lists[number] = f"num {number}"
                self._levels[lists[number]] = self._levels.get(follows, {})
        return lists


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {
        _whole(_attribute(level, "ilvl")): Level(
            _value(level, "numFmt") or "decimal",
            _value(level, "lvlText"),
            _whole(_value(level, "start") or "1"),
        )
        for level in abstract.iterfind("{*}lvl")
    }


def _filled(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    """Return the pattern of a level with the counts of the levels down to it."""

    def count(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        shape = levels.get(level, Level())
        return _FORMS.get(shape.form, str)(counts.get(level, shape.start))

    return re.sub(r"%([1-9])", count, levels[depth].pattern).strip()


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    shown = ""
    for value, letters in _ROMAN:
        shown += letters * (number // value)
        number %= value
    return shown


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


def _place(owner: etree._Element) -> tuple[str, int] | None:
    """Return the list and the level that a paragraph or a style names."""
    place = owner.find("{*}pPr/{*}numPr")
    if place is None or not _value(place, "numId"):
        return None
    return _value(place, "numId"), _whole(_value(place, "ilvl") or "0")


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(f"{{*}}{name}")
    return "" if child is None else _attribute(child, "val")


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(element.tag.rpartition("}")[0] + "}" + name) or ""


def _whole(printed: str) -> int:
    """Return a number from the file, kept small: a list has no millions of items."""
    return int(printed) if printed.isdecimal() and len(printed) < 6 else 0
