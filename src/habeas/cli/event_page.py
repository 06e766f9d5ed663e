"""An event as a page: each value with the claims that carry it, the voices, and the conflicts.

It says how many tell of it, and never that it happened.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from habeas.cli.account import blocks, listed
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from habeas.web.ledger.access import Candidate, Conflict, Telling, Told, Value, Voice


def render(found: "Telling") -> Group:
    """Return the page."""
    parts = (part for title, body in _sections(found) for part in (_title(title), _indented(body)))
    return Group(_head(found.told), *parts)


def _head(told: "Told") -> Text:
    text = Text(f"{told.event}  {safe(told.title)}\n", style="bold")
    text.append(f"{heard(told)}. That is not to say that it happened.", style="not bold")
    return text


def heard(told: "Told") -> str:
    """Return by how many an event is told, in words."""
    voices = counted(told.voices, "independent voice")
    documents, claims = counted(told.documents, "document"), counted(told.claims, "claim")
    return f"Told by {voices} in {documents}, {claims}"


def counted(number: int, noun: str) -> str:
    """Return "1 voice" or "2 voices"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sections(found: "Telling") -> Iterator[tuple[str, RenderableType]]:
    if found.conflicts:
        yield "Where they differ", Group(*map(against, found.conflicts))
    yield "What is said, and by which claims", _values(found.values)
    yield "Voices", _voices(found.voices)
    yield "Claims", blocks(found.accounts)
    if found.candidates:
        lines = (_doubt(found.told.event, one) for one in found.candidates)
        yield "May be the same: you decide", Group(*lines)


def against(conflict: "Conflict") -> Text:
    """Return the values that are at odds, each with who carries it."""
    text = Text(f"{conflict.matter}: ", style="yellow")
    for place, value in enumerate(conflict.values):
        text.append(" against " if place else "")
        text.append(f"“{safe(value.value)}”", style="bold")
        text.append(f" ({counted(value.voices, 'voice')}: {', '.join(value.claims)})")
    text.append(f" – {safe(conflict.reason)}", style="bright_black")
    return text


def _values(values: "Iterable[Value]") -> Table:
    table = Table.grid(padding=(0, 2))
    for name in ("matter", "value", "voices", "claims"):
        table.add_column(overflow="fold", no_wrap=name in ("matter", "voices"))
    last = ""
    for one in values:
        entity = f" ({one.entity})" if one.entity else ""
        voices = counted(one.voices, "voice")
        matter = "" if one.matter == last else one.matter
        table.add_row(matter, f"{safe(one.value)}{entity}", voices, ", ".join(one.claims))
        last = one.matter
    return table


def _voices(voices: "Sequence[Voice]") -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for number, voice in enumerate(voices, 1):
        table.add_row(str(number), _voice(voice))
    return table


def _voice(voice: "Voice") -> Text:
    who = listed(voice.who, few=3) or "not named"
    text = Text(f"{who}; {', '.join(voice.documents)}: {', '.join(voice.claims)}")
    if voice.reasons:
        text.append(f"\none voice, because: {safe('; '.join(voice.reasons))}", style="bright_black")
    return text


def _doubt(mine: str, one: "Candidate") -> Text:
    text = Text(f"{one.event} {safe(one.title)}", style="bold")
    text.append(f"  {one.score:.2f}  {safe('; '.join(one.reasons))}\n", style="bright_black")
    text.append(f"  habeas same {mine} {one.event}   or   habeas different {mine} {one.event}")
    return text


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold underline")


def _indented(body: RenderableType) -> Padding:
    return Padding(body, (0, 0, 0, 2))
