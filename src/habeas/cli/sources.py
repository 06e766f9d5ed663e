"""Look at documents and take one out: ``habeas documents``, ``document`` and ``remove``.

A document is never changed. One that is removed leaves its number, its digest and the reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from habeas.cli.account import blocks, listed
from habeas.cli.archive import NO_DOCUMENTS
from habeas.cli.desk import Desk, hand, name_option, on_archive
from habeas.cli.reference import Ref
from habeas.cli.screen import ask
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from habeas.web.sources.models import Document

_MANY = 50


@click.command()
@click.option("--limit", type=click.IntRange(min=1), help="So many at most; else 50 in a table.")
@on_archive
def documents(desk: Desk, /, limit: int | None) -> None:
    """List the documents: what they are, and where they came from.

    \b
    Examples:
      habeas documents
      habeas documents --json | jq -r .sha256
    """
    from habeas.web.people.access import titled
    from habeas.web.sources import access as sources

    found = sources.documents()
    rows = list(found[: limit or (None if desk.screen.as_json else _MANY)])
    titles = titled(row.number for row in rows)
    if desk.screen.as_json:
        for row in rows:
            desk.screen.record(_row(row, titles[row.number]))
        return
    if not rows:
        desk.screen.note(NO_DOCUMENTS)
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("", "title", "kind", "language", "dated"):
        table.add_column(name, overflow="fold", ratio=1 if name == "title" else None)
    for row in rows:
        kind, date = row.kind.replace("_", " "), row.written or row.published or "–"
        title = safe(titles[row.number])
        table.add_row(f"D{row.number}", title, kind, row.language or "–", date)
    desk.screen.show(table)
    if (total := found.count()) > len(rows):
        desk.screen.note(f"{len(rows)} of {total}; all of them: habeas documents --limit {total}")


def _row(row: "Document", title: str) -> dict[str, Any]:
    names = ("kind", "language", "written", "published", "media_type", "size", "sha256")
    return {
        "document": f"D{row.number}",
        "title": title,
        **{name: getattr(row, name) for name in names},
    }


@click.command()
@click.argument("number", type=Ref("D"), metavar="D3")
@on_archive
def document(desk: Desk, /, number: int) -> None:
    """Show a document: what it is, who signed it, what it claims, and how it came here.

    \b
    Example:
      habeas document D3
    """
    from habeas.web.ledger import access as ledger

    page = _Page(desk, number)
    found = ledger.accounts(ledger.claims(ledger.Sought(document=number)))
    if desk.screen.as_json:
        whole = {**page.head(), "claims": [asdict(one) for one in found]}
        desk.screen.record(whole)
        return
    desk.screen.show(page.render())
    desk.screen.show(Text("\nClaims", style="bold underline"))
    desk.screen.show(Padding(blocks(found), (0, 0, 0, 2)))


class _Page:
    """What a document is and how it came here."""

    def __init__(self, desk: Desk, number: int) -> None:
        from habeas.web.ledger.access import signatories
        from habeas.web.people.access import named, titled
        from habeas.web.sources import access as sources

        self.row = sources.document(number)
        self.anatomy = sources.reading(number).anatomy
        self.title = titled([number])[number]
        self.origins = list(self.row.origins.select_related("entry").order_by("id"))
        self.original = desk.archive.originals.path(self.row.sha256)
        signed = signatories([number]).get(number, [])
        names = named(signed)
        self.signed = [names[one] for one in signed]

    def head(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            **_row(self.row, self.title),
            "reader": self.row.reader,
            "signed_by": [asdict(one) for one in self.signed],
            "to": [one.name for one in self.anatomy.addressees],
            "original": str(self.original),
            "origins": [dict(self.origin(one)) for one in self.origins],
        }

    def origin(self, one: Any) -> Iterator[tuple[str, str]]:
        """Yield where the bytes were found, by whom and when."""
        yield "path", one.path
        yield from (("by", one.entry.by), ("at", one.entry.at), ("entry", f"L{one.entry.number}"))

    def render(self) -> Group:
        """Return it for a person."""
        head = Text(f"D{self.row.number}  {safe(self.title)}", style="bold")
        custody = Text("\nCustody", style="bold underline")
        return Group(head, _facts(self.facts()), custody, _facts(self.custody()))

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield what the document says that it is."""
        yield (
            "kind",
            f"{self.row.kind.replace('_', ' ')}, language {self.row.language or 'unknown'}",
        )
        for name in ("written", "published"):
            if date := getattr(self.row, name):
                yield name, date
        if self.anatomy.publisher:
            yield "publisher", self.anatomy.publisher
        yield "signed by", listed(self.signed) or "nobody who is named"
        if self.anatomy.addressees:
            yield "to", ", ".join(one.name for one in self.anatomy.addressees)

    def custody(self) -> Iterator[tuple[str, str]]:
        """Yield how the document came here, and where its bytes are."""
        for one in self.origins:
            at = one.entry.at[:16].replace("T", " ")
            yield "found at", f"{one.path}, by {one.entry.by} on {at} (L{one.entry.number})"
        yield "SHA-256", self.row.sha256
        yield "original", f"{self.original}, {self.row.size:,} bytes, {self.row.media_type}"
        yield "read by", f"Habeas {self.row.reader}"


def _facts(found: Iterable[tuple[str, str]]) -> Padding:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bright_black", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in found:
        table.add_row(label, safe(value))
    return Padding(table, (0, 0, 0, 2))


@click.command()
@click.argument("number", type=Ref("D"), metavar="D3")
@click.option("--because", required=True, metavar="TEXT", help="The reason, for the log.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@name_option
@on_archive
def remove(desk: Desk, /, number: int, because: str, yes: bool, name: str | None) -> None:
    """Take a document out for good: its words, its names, its claims and its original.

    Its number, its digest, the reason and your name stay. This cannot be undone.

    \b
    Example:
      habeas remove D3 --because "the sender asked for it"
    """
    from habeas.web.archive.removing import remove
    from habeas.web.people.access import titled
    from habeas.web.sources import access as sources

    row = sources.document(number)
    claims = row.claims.count()
    desk.screen.note(f"D{number}  {safe(titled([number])[number])}: {claims} claims would go.")
    if ask(desk.screen, "Take it out for good?", yes=yes):
        remove(desk.archive, number, because, hand(name))
        desk.screen.note(f"D{number} was taken out. The log says who, when and why: habeas log")
    else:
        desk.screen.note("Nothing was changed.")
