"""Correct who is who and what is one event: ``habeas same``, ``different`` and ``undo``.

Shows what would change before it asks, and asks before it changes anything.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table
from rich.text import Text

from habeas.cli.asking import asking
from habeas.cli.desk import Desk, hand, name_option, on_archive
from habeas.cli.reference import Ref
from habeas.cli.screen import ask
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from habeas.web.archive.act import Correction
    from habeas.web.archive.report import Change, Group

_BECAUSE = click.option("--because", default="", metavar="TEXT", help="Your reason, for the log.")
_YES = click.option("--yes", is_flag=True, help="Do it without asking.")
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change; change nothing.")
_CONSENT = (_YES, _DRY_RUN, name_option)


@click.command()
@click.argument("refs", nargs=-1, required=True, metavar="P1 P2 ...")
@asking(_BECAUSE, *_CONSENT)
@on_archive
def same(desk: Desk, /, refs: Sequence[str], because: str, **consent: Any) -> None:
    """Say that people, bodies or events are one. Your word stands above the machine's.

    \b
    Examples:
      habeas same P2 P31 --because "the notary's list has both spellings"
      habeas same E4 E9 --dry-run
    """
    from habeas.web.archive.correcting import Word, same

    word = Word(hand(consent["name"]), because)
    _correct(desk, same(desk.archive, refs, word), consent)


@click.command()
@click.argument("refs", nargs=-1, required=True, metavar="P1 P2 | P1 A17 | P1 A17,A20")
@asking(_BECAUSE, *_CONSENT)
@on_archive
def different(desk: Desk, /, refs: Sequence[str], because: str, **consent: Any) -> None:
    """Say that two are not one, or take out of one what belongs to another.

    P1 A17 takes the appearance A17 out of P1 (`habeas person P1` shows them), E1 C4 the claim C4
    out of E1. It is remembered: no later letter joins them again.

    \b
    Examples:
      habeas different P2 P31
      habeas different P2 A17,A20 --because "another man of that name"
      habeas different E4 C12
    """
    from habeas.web.archive.correcting import Word, different

    word = Word(hand(consent["name"]), because)
    _correct(desk, different(desk.archive, refs, word), consent)


@click.command()
@click.argument("number", type=Ref("L"), required=False, metavar="[L12]")
@asking(*_CONSENT)
@on_archive
def undo(desk: Desk, /, number: int | None, **consent: Any) -> None:
    """Take a correction back: the last one, or that of an entry of the log.

    What it ended is in force again. The act stays in the log, and undoing it can be undone.

    \b
    Examples:
      habeas undo
      habeas undo L12 --dry-run
    """
    from habeas.web.archive.undoing import undo

    _correct(desk, undo(desk.archive, number, hand=hand(consent["name"])), consent)


def _correct(desk: Desk, correction: "Correction", consent: dict[str, Any]) -> None:
    """Show what would change, ask, and do it."""
    changes = correction.preview()
    if not desk.screen.as_json:
        _print(desk, changes)
    if consent["dry_run"]:
        _record(desk, changes)
        desk.screen.note("Nothing was changed.")
    elif ask(desk.screen, "Do it?", yes=consent["yes"]):
        _record(desk, correction.carry_out())
        desk.screen.note(f"Done, as {_last()}. Take it back with: habeas undo")
    else:
        desk.screen.note("Nothing was changed.")


def _last() -> str:
    from habeas.web.sources import access as sources

    last = sources.entries().last()
    return f"L{last.number}" if last else ""


def _record(desk: Desk, changes: "Iterable[Change]") -> None:
    if desk.screen.as_json:
        for one in changes:
            sides = {"before": one.before, "after": one.after}
            groups = {name: [_group(group) for group in side] for name, side in sides.items()}
            desk.screen.record({"room": one.room, **groups})


def _group(group: "Group") -> dict[str, Any]:
    return {"ref": group.ref, "name": group.name, "items": list(group.items)}


def _print(desk: Desk, changes: "Sequence[Change]") -> None:
    """Show the groups before and after, side by side under each other."""
    table = Table.grid(padding=(0, 1))
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for change in changes:
        for label, groups in (("now", change.before), ("then", change.after)):
            for place, group in enumerate(groups):
                table.add_row("" if place else label, group.ref, _members(group))
    desk.screen.show(table if changes else Text("No person and no event would change."))


def _members(group: "Group") -> Text:
    text = Text(safe(group.name), style="bold")
    text.append(f"  {', '.join(group.items)}", style="bright_black")
    return text
