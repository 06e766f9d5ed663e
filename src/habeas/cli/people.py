"""Look at people and bodies: ``habeas people`` and ``habeas person``.

Shows which spellings are taken for one, and of whom it is not known. The user has the last word.
"""

from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Any

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from habeas.cli.account import blocks
from habeas.cli.archive import NO_DOCUMENTS
from habeas.cli.desk import Desk, on_archive
from habeas.cli.reference import everybody
from habeas.model import EntityType
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from habeas.web.people.access import Candidate, Profile, Seen, Spelling, Tie
    from habeas.web.people.models import Entity

_BODIES = (EntityType.ORGANIZATION, EntityType.PUBLIC_BODY)
_TYPES = {
    "person": (EntityType.PERSON,),
    "body": _BODIES,
    "place": (EntityType.PLACE,),
    "treaty": (EntityType.TREATY,),
    "event": (EntityType.NAMED_EVENT,),
    "all": (),
}
_MANY = 50


@click.command()
@click.option(
    "--type", "kind", type=click.Choice(list(_TYPES)), help="Only these; else people and bodies."
)
@click.option(
    "--sort",
    type=click.Choice(["documents", "claims", "name", "number"]),
    default="documents",
    show_default=True,
    help="By documents that name them, claims about them, name or number.",
)
@click.option("--unsure", is_flag=True, help="Only those who may be one with somebody else.")
@click.option("--limit", type=click.IntRange(min=1), help="So many at most; else 50 in a table.")
@on_archive
def people(desk: Desk, /, **options: Any) -> None:
    """List people and bodies with all their spellings.

    “about” counts the claims about them, “by” those that they make.

    \b
    Examples:
      habeas people
      habeas people --type body --sort claims
      habeas people --unsure
      habeas people --json | jq -r '.name'
    """
    from habeas.web.ledger import access as ledger
    from habeas.web.people import access

    found = _sorted(access.doubtful() if options["unsure"] else access.entities(), options["sort"])
    types = _TYPES[options["kind"]] if options["kind"] else (EntityType.PERSON, *_BODIES)
    found = found.filter(type__in=types) if types else found
    limit = options["limit"] or (None if desk.screen.as_json else _MANY)
    rows = list(found[:limit])
    counts = ledger.counts([row.number for row in rows])
    lines = list(zip(access.profiles(rows), (counts[row.number] for row in rows), strict=True))
    if desk.screen.as_json:
        for profile, (about, by) in lines:
            desk.screen.record({**asdict(profile), "claims_about": about, "claims_by": by})
    else:
        _print_people(desk, lines, found.count())


def _sorted(found: "QuerySet[Entity]", sort: str) -> "QuerySet[Entity]":
    from habeas.web.ledger import access as ledger

    if sort == "claims":
        return ledger.most_told(found)
    return found if sort == "documents" else found.order_by(sort)


type Line = "tuple[Profile, tuple[int, int]]"


def _print_people(desk: Desk, lines: "list[Line]", total: int) -> None:
    if not lines:
        desk.screen.note("Nobody like this is named.", NO_DOCUMENTS)
        return
    desk.screen.show(_table(lines))
    if total > len(lines):
        desk.screen.note(f"{len(lines)} of {total}; all of them: habeas people --limit {total}")
    desk.screen.note(f"See one: habeas person {lines[0][0].ref}")


def _table(lines: "Iterable[Line]") -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True, style="cyan")
    table.add_column("name, and other spellings", overflow="fold", ratio=1)
    for name in ("documents", "about", "by"):
        table.add_column(name, justify="right", no_wrap=True)
    for profile, (about, by) in lines:
        table.add_row(profile.ref, _called(profile), str(profile.documents), str(about), str(by))
    return table


def _called(profile: "Profile") -> Text:
    text = Text(safe(profile.name), style="bold")
    if profile.type != EntityType.PERSON:
        text.append(
            f"  {EntityType(profile.type).name.replace('_', ' ').lower()}", style="bright_black"
        )
    others = [one for one in profile.spellings if one.name != profile.name]
    if others:
        spelt = " · ".join(f"{one.name} {one.count}×" for one in others)
        text.append(f"\n{safe(spelt)}", style="bright_black")
    return text


@click.command()
@click.argument("who", nargs=-1, required=True, metavar="P12|NAME")
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, help="Claims to show."
)
@on_archive
def person(desk: Desk, /, who: tuple[str, ...], limit: int) -> None:
    """Show all that documents say of somebody, and who may be the same.

    NAME may be spelt in any way and in any script. Where several answer to it they are listed.
    The numbers A5 say where somebody appears; `habeas different` takes them apart by these.

    \b
    Examples:
      habeas person P12
      habeas person Жанна Велькарова
    """
    from habeas.web.ledger import access as ledger
    from habeas.web.people import access

    found = everybody(" ".join(who))
    if len(found) > 1:
        counts = ledger.counts([row.number for row in found])
        lines = list(zip(access.profiles(found), (counts[r.number] for r in found), strict=True))
        if desk.screen.as_json:
            for profile, _ in lines:
                desk.screen.record(asdict(profile))
            return
        desk.screen.note(f"{len(found)} may be meant:")
        desk.screen.show(_table(lines))
        return
    page = _Page(found[0], limit)
    if desk.screen.as_json:
        desk.screen.record(page.as_json())
    else:
        desk.screen.show(page.render())


class _Page:
    """All that is known of one person or body."""

    def __init__(self, row: "Entity", limit: int) -> None:
        from habeas.web.ledger import access as ledger
        from habeas.web.people import access

        self.profile = access.profiles([row])[0]
        self.ties = access.ties(row)
        self.seen = access.seen(row)
        self.candidates = access.candidates(row)
        self.counts = ledger.counts([row.number])[row.number]
        asked = {"about": ledger.Sought(about=row.number), "by": ledger.Sought(said_by=row.number)}
        self.claims = {
            name: list(islice(ledger.accounts(ledger.claims(one)), limit))
            for name, one in asked.items()
        }

    def as_json(self) -> dict[str, Any]:
        """Return the page as one JSON object."""
        return {
            **asdict(self.profile),
            "ties": [asdict(one) for one in self.ties],
            "appearances": [asdict(one) for one in self.seen],
            "candidates": [asdict(one) for one in self.candidates],
            "claims_about": [asdict(one) for one in self.claims["about"]],
            "claims_by": [asdict(one) for one in self.claims["by"]],
        }

    def render(self) -> Group:
        """Return the page for a person."""
        head = Text(f"{self.profile.ref}  {safe(self.profile.name)}", style="bold")
        return Group(head, *(part for title, body in self.sections() for part in (title, body)))

    def sections(self) -> Iterable[tuple[Text, RenderableType]]:
        """Yield what there is to say, each part under its title."""
        yield _title("Spellings"), _indented(_spellings(self.profile.spellings))
        if self.profile.descriptions:
            yield _title("Called"), _indented(Text(safe("; ".join(self.profile.descriptions))))
        if self.ties:
            yield _title("Offices and relations, as stated"), _indented(_ties(self.ties))
        yield _title(f"Named in {self.profile.documents} documents"), _indented(_seen(self.seen))
        for (name, made), count in zip(self.claims.items(), self.counts, strict=True):
            if count:
                more = self.more(name, count - len(made))
                yield _title(f"Claims {name} ({count})"), _indented(Group(blocks(made), *more))
        if self.candidates:
            yield _title("May be the same: you decide"), _indented(self.doubts())

    def more(self, name: str, left: int) -> list[Text]:
        """Return what to say of the claims that are not shown."""
        option = "--about" if name == "about" else "--said-by"
        command = f"habeas claims {option} {self.profile.ref}"
        return [Text(f"{left} more: {command}", style="bright_black")] if left > 0 else []

    def doubts(self) -> Group:
        """Return who may be the same, why, and how to say so."""
        return Group(*(_doubt(self.profile.ref, one) for one in self.candidates))


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold underline")


def _indented(body: RenderableType) -> Padding:
    return Padding(body, (0, 0, 0, 2))


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold")
    return table


def _spellings(found: "Iterable[Spelling]") -> Table:
    table = _grid()
    for one in found:
        table.add_row(safe(one.name), f"{one.count}×", ", ".join(one.scripts))
    return table


def _ties(found: "Iterable[Tie]") -> Table:
    table = _grid()
    for one in found:
        table.add_row(safe(one.what), f"in a text of {one.year}" if one.year else "")
    return table


def _seen(found: "Iterable[Seen]") -> Table:
    table = _grid()
    for _ in range(2):
        table.add_column(overflow="fold")
    for one in found:
        table.add_row(one.ref, safe(one.name), f"{one.document} {safe(one.title)}")
    return table


def _doubt(mine: str, one: "Candidate") -> Text:
    text = Text(f"{one.who.ref} {safe(one.who.name)}", style="bold")
    text.append(f"  {one.score:.2f}  {safe('; '.join(one.reasons))}\n", style="bright_black")
    text.append(f"  habeas same {mine} {one.who.ref}   or   habeas different {mine} {one.who.ref}")
    return text
