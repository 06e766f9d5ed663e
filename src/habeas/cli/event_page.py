"""An event as a page: each value with the claims that carry it, the voices, and the conflicts.

It says how many tell of it, and never that it happened.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from habeas.cli.account import FEW, blocks, listed, speaker
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from habeas.web.ledger.retelling import Candidate, Conflict, Telling, Told, Value, Voice


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
        yield "Where they differ", Group(*map(briefly, found.conflicts))
    yield "What is said, and who says so", _values(found.values)
    yield "Voices", _voices(found.voices)
    yield "Claims", blocks(found.accounts)
    if found.candidates:
        lines = (_doubt(found.told.event, one) for one in found.candidates)
        yield "May be the same: you decide", Group(*lines)


def against(conflict: "Conflict") -> Group:
    """Return the values that are at odds, each with who says so."""
    head = Text(f"{conflict.matter}", style="yellow")
    head.append(f" – {safe(conflict.reason)}", style="bright_black")
    table = _grid()
    for one in conflict.values:
        table.add_row(*_sources(one))
    return Group(head, _indented(table))


def briefly(conflict: "Conflict") -> Text:
    """Return the values that are at odds, on one line."""
    said = (f"“{safe(one.value)}” ({counted(one.voices, 'voice')})" for one in conflict.values)
    text = Text(f"{conflict.matter}: ", style="yellow")
    text.append(" against ".join(said), style="default")
    text.append(f" – {safe(conflict.reason)}", style="bright_black")
    return text


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", max_width=24)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    return table


def _sources(one: "Value") -> tuple[str | Table, ...]:
    """Return a value, how many voices it has, and where each of them is heard."""
    entity = f" ({one.entity})" if one.entity else ""
    who = Table.grid(padding=(0, 1))
    who.add_column(overflow="fold", max_width=11, style="cyan")
    who.add_column(overflow="fold")
    for source in one.sources:
        said_by = speaker(source.said_by, source.document, few=1)
        who.add_row(" ".join(source.claims), said_by)
    return f"{safe(one.value)}{entity}", counted(one.voices, "voice"), who


def _values(values: "Iterable[Value]") -> Group:
    parts: list[RenderableType] = []
    for matter, theirs in groupby(values, key=lambda one: one.matter):
        table = _grid()
        for one in theirs:
            table.add_row(*_sources(one))
        parts += [Text(matter, style="yellow"), _indented(table)]
    return Group(*parts)


def _voices(voices: "Sequence[Voice]") -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for number, voice in enumerate(voices, 1):
        table.add_row(str(number), _voice(voice))
    return table


def _voice(voice: "Voice") -> Text:
    text = Text(listed(voice.who, few=FEW) or "not named")
    text.append(f", in {', '.join(voice.documents)}  ")
    text.append(" ".join(voice.claims), style="cyan")
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
