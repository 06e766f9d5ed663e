"""Look at people and bodies: ``habeas people`` and ``habeas person``.

Shows which spellings are taken for one, and of whom it is not known. The user has the last word.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table
from rich.text import Text

from habeas.cli.desk import Desk, on_archive
from habeas.cli.person_page import Page
from habeas.cli.reference import everybody
from habeas.model import EntityType
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from habeas.web.people.access import Profile
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
_MANY, _FEW = 50, 20


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
    from habeas.web.people import access

    found = _sorted(access.doubtful() if options["unsure"] else access.entities(), options["sort"])
    types = _TYPES[options["kind"]] if options["kind"] else (EntityType.PERSON, *_BODIES)
    found = found.filter(type__in=types) if types else found
    limit = options["limit"] or (None if desk.screen.as_json else _MANY)
    lines = people_lines(list(found[:limit]))
    _show(desk, lines)
    if not lines:
        desk.screen.note("Nobody like that in the archive.", "Add letters: habeas add letters/")
    elif not desk.screen.as_json:
        if (total := found.count()) > len(lines):
            desk.screen.note(f"{len(lines)} of {total}; all of them: --limit {total}")
        desk.screen.note(f"See one: habeas person {lines[0][0].ref}")


def _sorted(found: "QuerySet[Entity]", sort: str) -> "QuerySet[Entity]":
    from habeas.web.ledger import access as ledger

    if sort == "claims":
        return ledger.most_told(found)
    return found if sort == "documents" else found.order_by(sort)


type Line = "tuple[Profile, tuple[int, int]]"


def people_lines(rows: "list[Entity]") -> "list[Line]":
    """Return each with how many claims are about it, and by it."""
    from habeas.web.ledger import access as ledger
    from habeas.web.people import access

    counts = ledger.counts([row.number for row in rows])
    return list(zip(access.profiles(rows), (counts[row.number] for row in rows), strict=True))


def _show(desk: Desk, lines: "list[Line]") -> None:
    if desk.screen.as_json:
        for profile, (about, by) in lines:
            desk.screen.record({**asdict(profile), "claims_about": about, "claims_by": by})
    elif lines:
        desk.screen.show(people_table(lines))


def people_table(lines: "Iterable[Line]") -> Table:
    """Return people as lines: every spelling, in how many documents, claims about and by them."""
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
    "--limit", type=click.IntRange(min=0), help="So many claims at most; else 20 on a page."
)
@on_archive
def person(desk: Desk, /, who: tuple[str, ...], limit: int | None) -> None:
    """Show all that documents say of somebody, and who may be the same.

    NAME may be spelt in any way and in any script. Where several answer to it they are listed.
    The numbers A5 say where somebody appears; `habeas different` takes them apart by these.

    \b
    Examples:
      habeas person P12
      habeas person Жанна Велькарова
    """
    found = everybody(" ".join(who))
    if len(found) > 1:
        desk.screen.note(f"{len(found)} may be meant; name one by its number:")
        _show(desk, people_lines(found))
        return
    if limit is None and not desk.screen.as_json:
        limit = _FEW
    page = Page.of(found[0], limit)
    if desk.screen.as_json:
        desk.screen.record(page.as_json())
    else:
        desk.screen.show(page.render())
