"""The options by which claims and events are asked for, and what they come to."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.reference import Ref, somebody
from habeas.model import ClaimClass, Modality

if TYPE_CHECKING:
    from habeas.web.ledger.access import Sought

_ABOUT = click.option("--about", metavar="P|NAME", help="Of whom, or by whom it is said to be.")
_KIND = click.option("--kind", metavar="WORD", help="A class or type of claim, or how it begins.")
_SINCE = click.option("--since", metavar="DATE", help="Dated on this day or later.")
_UNTIL = click.option("--until", metavar="DATE", help="Dated on this day or earlier.")
_SAID_BY = click.option("--said-by", metavar="P|NAME", help="Who says so.")
_MODALITY = click.option(
    "--modality", type=click.Choice([str(one) for one in Modality]), help="In what sense."
)
_DOCUMENT = click.option("--document", type=Ref("D"), metavar="D3", help="In this document.")
_EVENT = click.option("--event", type=Ref("E"), metavar="E3", help="That tell of this event.")

FOR_EVENTS = (_ABOUT, _KIND, _SINCE, _UNTIL)
FOR_CLAIMS = (*FOR_EVENTS, _SAID_BY, _MODALITY, _DOCUMENT, _EVENT)


def asking(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Give a command these options, in this order."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def sought(asked: dict[str, Any]) -> "Sought":
    """Return which claims are asked for; fail on a name, kind or date that says none."""
    from habeas.web.ledger.access import Sought

    return Sought(
        about=_number(asked.get("about")),
        said_by=_number(asked.get("said_by")),
        kind=_kind(asked.get("kind")),
        since=_day(asked.get("since"), "--since", first=True),
        until=_day(asked.get("until"), "--until", first=False),
        modality=asked.get("modality"),
        document=asked.get("document"),
        event=asked.get("event"),
    )


def _number(word: str | None) -> int | None:
    return somebody(word).number if word else None


def _kind(word: str | None) -> str | None:
    """Return the beginning of a class or of a type that the archive has."""
    from habeas.web.ledger.access import kinds

    if word is None:
        return None
    asked = word.strip().lower().replace("-", "_").replace(" ", "_")
    if not any(one.startswith(asked) for one in kinds()):
        classes = ", ".join(ClaimClass)
        raise click.UsageError(f"no claim is of the kind {word!r}; the classes are: {classes}")
    return asked


def _day(word: str | None, option: str, *, first: bool) -> str | None:
    """Return the first or last day of a date as YYYY-MM-DD."""
    from habeas.weigh import bounds

    if word is None:
        return None
    day = bounds(word.strip())[0 if first else 1]
    if day is None:
        forms = "2019, 2019-05, 2019-05-12 or another EDTF date"
        raise click.UsageError(f"{option} {word!r} is no date; write {forms}")
    return day
