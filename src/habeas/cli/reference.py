"""What the user calls a thing: D1 P2 E3 C4 A5 L6, or somebody's name in any spelling.

A name that several people answer to is never settled here: the user is told their numbers.
"""

from typing import TYPE_CHECKING, Any

import click

from habeas.errors import NotInArchive

if TYPE_CHECKING:
    from habeas.web.people.models import Entity

_LONGEST = 19  # digits of a number that a database takes
_NAMES = {
    "D": "a document",
    "E": "an event",
    "L": "an entry of the log",
}


class Ref(click.ParamType[int]):
    """A number with its letter, such as D3; gives the number."""

    name = "ref"

    def __init__(self, letter: str) -> None:
        self.letter = letter

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; fail where it is not one of the kind."""
        word = str(value)
        number = numbered(word, self.letter) or numbered(f"{self.letter}{word}", self.letter)
        if number is None:
            form = f"{self.letter}3, with the number of {_NAMES[self.letter]}"
            self.fail(f"write it as {form}", param, ctx)
        return number


def numbered(word: str, letter: str) -> int | None:
    """Return the number in a word such as P12, or None where it is no such word."""
    digits = word[1:]
    fits = digits.isascii() and digits.isdecimal() and len(digits) < _LONGEST
    return int(digits) if fits and word[:1].upper() == letter else None


def somebody(word: str) -> "Entity":
    """Return the one person or body that is meant by a number or a name."""
    found = everybody(word)
    if len(found) > 1:
        refs = ", ".join(f"P{one.number}" for one in found)
        raise click.UsageError(
            f"{len(found)} may be meant by that name: {refs}; give the number "
            f"(see: habeas person NAME)"
        )
    return found[0]


def everybody(word: str) -> "list[Entity]":
    """Return those who may be meant by a number or a name; raise NotInArchive if there are none."""
    from habeas.web.people import access

    if number := numbered(word, "P") or numbered(word, "A"):
        return [access.entity(number)]
    found = access.called(word)
    if not found:
        raise NotInArchive(
            "that name",
            what="is nobody's in the archive, in any spelling",
            remedy="see who there is with: habeas people, or look for the word with: habeas search",
        )
    return found
