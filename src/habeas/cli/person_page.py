"""Somebody as a page: spellings, offices, documents, claims, and who may be the same.

Whether two are one is asked here, and never answered.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from habeas.cli.account import blocks
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from habeas.web.ledger.access import Account
    from habeas.web.people.access import Candidate, Profile, Seen, Spelling, Tie
    from habeas.web.people.models import Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that is known of one person or body; `about` and `by` are the first of its claims."""

    profile: "Profile"
    ties: "list[Tie]"
    seen: "list[Seen]"
    candidates: "list[Candidate]"
    counts: tuple[int, int]  # of the claims about, and by
    about: "list[Account]"
    by: "list[Account]"

    @classmethod
    def of(cls, row: "Entity", limit: int | None) -> "Page":
        """Return the page of somebody, with so many claims of each kind at most."""
        from habeas.web.ledger import access as ledger
        from habeas.web.people import access

        def first(sought: ledger.Sought) -> "list[Account]":
            return list(ledger.accounts(ledger.claims(sought)[:limit]))

        return cls(
            profile=access.profiles([row])[0],
            ties=access.ties(row),
            seen=access.seen(row),
            candidates=access.candidates(row),
            counts=ledger.counts([row.number])[row.number],
            about=first(ledger.Sought(about=row.number)),
            by=first(ledger.Sought(said_by=row.number)),
        )

    def as_json(self) -> dict[str, Any]:
        """Return the page as one JSON object."""
        return {
            **asdict(self.profile),
            **dict(zip(("claims_about", "claims_by"), self.counts, strict=True)),
            "ties": [asdict(one) for one in self.ties],
            "appearances": [asdict(one) for one in self.seen],
            "candidates": [asdict(one) for one in self.candidates],
            "about": [asdict(one) for one in self.about],
            "by": [asdict(one) for one in self.by],
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
        about, by = self.counts
        if about:
            yield _title(f"Claims about ({about})"), self.claims(self.about, about, "--about")
        if by:
            yield _title(f"Claims by ({by})"), self.claims(self.by, by, "--said-by")
        if self.candidates:
            doubts = Group(*(_doubt(self.profile.ref, one) for one in self.candidates))
            yield _title("May be the same: you decide"), _indented(doubts)

    def claims(self, made: "list[Account]", count: int, option: str) -> Padding:
        """Return claims, and the command that shows those that are left out."""
        left = count - len(made)
        more = f"{left} more: habeas claims {option} {self.profile.ref}" if left else ""
        return _indented(Group(blocks(made), Text(more, style="bright_black")))


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
