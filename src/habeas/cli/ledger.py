"""Look at the ledger: ``habeas claims``, ``events``, ``event`` and ``conflicts``.

Shows who says what. An event is called by the word of most voices, and that is no finding.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Any

import click
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from habeas.cli.account import blocks
from habeas.cli.archive import NO_DOCUMENTS
from habeas.cli.asking import FOR_CLAIMS, FOR_EVENTS, asking, sought
from habeas.cli.desk import Desk, on_archive
from habeas.cli.event_page import against, render
from habeas.cli.reference import Ref
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from habeas.web.ledger.access import Conflict, Told

_MANY = 50
_LIMIT = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="So many at most; else 50 in a table."
)


@click.command()
@asking(*FOR_CLAIMS, _LIMIT)
@on_archive
def claims(desk: Desk, /, limit: int | None, **asked: Any) -> None:
    """List what is claimed: in which words, by whom, in what sense, on what basis.

    DATE is a year, a month (2019-05), a day (2019-05-12) or an EDTF date. A claim without a date is
    left out where dates are asked for.

    \b
    Examples:
      habeas claims --about "Zhanna Velkarova" --kind arrest
      habeas claims --said-by P4 --since 2019 --until 2020-06
      habeas claims --modality denied --json | jq .words
    """
    from habeas.web.ledger import access

    found = access.claims(sought(asked))
    shown = access.accounts(found[: _limit(desk, limit)])
    if desk.screen.as_json:
        for one in shown:
            desk.screen.record(asdict(one))
        return
    _told(desk, found.count(), _limit(desk, limit), "claims")
    desk.screen.show(blocks(shown))


@click.command()
@asking(*FOR_EVENTS, _LIMIT)
@click.option("--unsure", is_flag=True, help="Only those that may be one with another.")
@on_archive
def events(desk: Desk, /, limit: int | None, unsure: bool, **asked: Any) -> None:
    """List the events that claims tell of, those told by most independent voices first.

    A letter that is republished, a passage that is copied, and two texts that relay one speaker are
    one voice.

    \b
    Examples:
      habeas events
      habeas events --about Багашвин --since 2020
      habeas events --json | jq 'select(.voices > 2)'
    """
    from habeas.web.ledger import access

    found = access.events(sought(asked))
    if unsure:
        found = found.filter(number__in=access.doubtful().order_by().values("number"))
    rows = [access.told(row) for row in found[: _limit(desk, limit)]]
    if desk.screen.as_json:
        for one in rows:
            desk.screen.record(asdict(one))
        return
    _told(desk, found.count(), _limit(desk, limit), "events")
    if rows:
        desk.screen.show(events_table(rows))
        desk.screen.note(f"See one: habeas event {rows[0].event}")


def _limit(desk: Desk, limit: int | None) -> int | None:
    return limit or (None if desk.screen.as_json else _MANY)


def _told(desk: Desk, total: int, limit: int | None, what: str) -> None:
    """Say what the list leaves out, or why it is empty."""
    if not total:
        _none(desk, what)
    elif limit and total > limit:
        desk.screen.note(f"{limit} of {total} {what}; all of them: --limit {total}")


def _none(desk: Desk, what: str) -> None:
    from habeas.web.sources import access as sources

    empty = not sources.documents().exists()
    desk.screen.note(NO_DOCUMENTS if empty else f"No {what} like that in the archive.")


def events_table(rows: "Iterable[Told]") -> Table:
    """Return events as lines: what they are called, their date, and how many tell of them."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True, style="cyan")
    table.add_column("told of", overflow="fold", ratio=1)
    table.add_column("date", overflow="fold", min_width=10)
    for name in ("voices", "documents", "conflicts"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in rows:
        numbers = (str(one.voices), str(one.documents), str(one.conflicts or "–"))
        table.add_row(one.event, safe(one.title), one.date or "not said", *numbers)
    return table


@click.command()
@click.argument("number", type=Ref("E"), metavar="E3")
@on_archive
def event(desk: Desk, /, number: int) -> None:
    """Show what is said of an event: each value with its sources, voices, conflicts and words.

    Every line leads back to claims, and every claim to its words in a document.

    \b
    Example:
      habeas event E3
    """
    from habeas.web.ledger import access

    found = access.event(number)
    if desk.screen.as_json:
        desk.screen.record(asdict(found))
    else:
        desk.screen.show(render(found))


@click.command()
@click.option("--about", metavar="P|NAME", help="In events of whom, or by whom.")
@click.option("--matter", metavar="WORD", help="Only these: date, place, actor, number, stance …")
@_LIMIT
@on_archive
def conflicts(desk: Desk, /, about: str | None, matter: str | None, limit: int | None) -> None:
    """List where those who tell of an event are at odds, with who says what.

    Nobody is said to be right.

    \b
    Examples:
      habeas conflicts
      habeas conflicts --matter date --about P3
    """
    from habeas.web.ledger import access

    wanted = _matter(matter) if matter else None
    every = access.conflicts(access.events(sought({"about": about})))
    asked = (one for one in every if wanted in (None, one.matter))
    found = islice(asked, _limit(desk, limit))
    if desk.screen.as_json:
        for one in found:
            desk.screen.record(asdict(one))
        return
    shown = list(found)
    if not shown:
        _none(desk, "conflicts")
        return
    desk.screen.show(conflicts_table(shown))
    if next(asked, None):
        desk.screen.note(f"The first {len(shown)} conflicts; for more of them: --limit N")
    desk.screen.note(f"See who says what: habeas event {shown[0].event}")


def _matter(word: str) -> str:
    from habeas.weigh import Matter

    if word.lower() not in set(Matter):
        raise click.UsageError(f"{word!r} is no matter; they are: {', '.join(Matter)}")
    return word.lower()


def conflicts_table(
    found: "Iterable[Conflict]", form: "Callable[[Conflict], RenderableType]" = against
) -> Table:
    """Return conflicts under the events that they are in."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    last = ""
    for one in found:
        if one.event != last:
            table.add_row(one.event, Text(safe(one.title), style="bold"))
        table.add_row("", form(one))
        last = one.event
    return table
