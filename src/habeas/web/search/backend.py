"""The index of words, whichever database keeps it: passages go in, those that match come out.

It knows words and numbers. What a word means, and what is shown of a passage, is said elsewhere.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.db import connection

_BITS = 20  # a document has fewer than 2 ** 20 passages: 400 million letters
type Phrase = tuple[str, ...]


def passage_number(document: int, place: int) -> int:
    """Return the number of a passage: it tells its document, and no table is asked."""
    return document << _BITS | place


def placed(passage: int) -> tuple[int, int]:
    """Return the document of a passage and its place in it."""
    return passage >> _BITS, passage & (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of one passage, folded; beside each its lemma, "" where it is its own."""

    passage: int
    forms: Sequence[str]
    lemmas: Sequence[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What passages must hold: one phrase of each of `needed`, none of `unwanted`.

    A phrase of one word is a form or a lemma; the words of a longer one are forms, side by side.
    """

    needed: tuple[tuple[Phrase, ...], ...]
    unwanted: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What documents fulfil, in SQL: `{document}` stands for the number of the document."""

    sql: str
    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents in which is looked: those that fulfil all conditions, or only one of them."""

    conditions: tuple[Condition, ...] = ()
    only: int | None = None

    def sql(self, column: str) -> tuple[str, list[int]]:
        """Return what a column of passage numbers fulfils, to follow another condition."""
        parts, values = list[str](), list[int]()
        if self.only is not None:
            parts.append(f" AND {column} BETWEEN %s AND %s")
            values += [passage_number(self.only, 0), passage_number(self.only + 1, 0) - 1]
        for one in self.conditions:
            parts.append(" AND " + one.sql.format(document=f"({column} >> {_BITS})"))
            values += one.values
        return "".join(parts), values


class Index(Protocol):
    """An index of words."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Put passages in."""

    def held(self, document: int) -> list[Entry]:
        """Return what the index holds of a document; slow."""

    def take_out(self, entries: Iterable[Entry]) -> None:
        """Take passages out, so that no word of them is left."""

    def match(self, wanted: Wanted, scope: Scope, most: int) -> list[tuple[int, float]]:
        """Return the passages that match, each with its score: the `most` that came in last."""

    def left(self, forms: Collection[str]) -> set[str]:
        """Return those of these words that some passage still holds as printed."""


@cache
def _known() -> dict[str, Index]:
    from habeas.web.search.postgres import Vectors
    from habeas.web.search.sqlite import Fts

    return {"sqlite": Fts(), "postgresql": Vectors()}


def index() -> Index:
    """Return the index of the database that is open."""
    return _known()[connection.vendor]
