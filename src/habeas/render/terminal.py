"""A reading as a page for a person at a terminal: anatomy, people, claims by speaker, demands.

Every claim stands behind its speaker; the words between “ ” are the document's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from habeas.model import AUTHOR, PAGE, Claim, Demand, EntityType, Modality, Reading, Span

# How a speaker stands to what is said. The sign is there for those who see no colour.
STANCES = {
    Modality.ASSERTED: ("●", ""),
    Modality.FEARED: ("▲ feared", "yellow"),
    Modality.HYPOTHETICAL: ("◌ hypothetical", "bright_black"),
    Modality.DENIED: ("✕ denied", "red"),
    Modality.DEMANDED: ("→ demanded", "blue"),
}
LABELS = {
    EntityType.PERSON: "People",
    EntityType.ORGANIZATION: "Organisations",
    EntityType.PUBLIC_BODY: "Public bodies",
    EntityType.PLACE: "Places",
    EntityType.TREATY: "Treaties and laws",
    EntityType.NAMED_EVENT: "Named events",
}


class Page:
    """A rich renderable of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = safe(reading.document.text)
        self.names = {one.id: safe(one.name) for one in reading.entities}
        self.names |= {AUTHOR: "The author", PAGE: "The page"}
        if len(reading.anatomy.signatories) > 1:
            self.names[AUTHOR] = "The authors"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text(safe(self.reading.document.path), style="bold")
        yield Rule()
        yield self.anatomy()
        for title, part in self.sections():
            yield Text(f"\n{title}", style="bold underline")
            yield Padding(part, (0, 0, 0, 2))
        yield Text("")

    def sections(self) -> Iterator[tuple[str, RenderableType]]:
        """Yield the headings that have something below them."""
        reading = self.reading
        for kind, title in LABELS.items():
            named = [one for one in reading.entities if one.type is kind]
            if named:
                yield f"{title} ({len(named)})", self.entities(kind)
        if reading.claims:
            yield f"Claims, by who makes them ({len(reading.claims)})", self.claims()
        if reading.demands:
            yield f"Demands ({len(reading.demands)})", Group(*map(self.demand, reading.demands))
        if reading.unread:
            yield "Not read", Group(*(Text(one.reason) for one in reading.unread))

    def anatomy(self) -> Table:
        """Return what the document is: a line a fact that it prints."""
        table = Table.grid(padding=(0, 2))
        table.add_column(style="bright_black", no_wrap=True)
        table.add_column()
        for label, value in self.facts():
            table.add_row(label, safe(value))
        return table

    def facts(self) -> Iterator[tuple[str, str]]:
        one = self.reading.anatomy
        yield "kind", f"{one.kind.value.replace('_', ' ')}, language {one.language or 'unknown'}"
        if one.title:
            yield "title", self.words(one.title)
        for label, date in (("written", one.date_written), ("published", one.date_published)):
            if date:
                yield label, f"{date.edtf or 'unresolved'}  “{date.span.of(self.text)}”"
        if one.publisher:
            yield "published by", one.publisher
        yield from (("to", _listed(a.name, a.office)) for a in one.addressees)
        yield from (
            ("signed", _listed(s.name, s.role, s.affiliation, s.country, s.political_group))
            for s in one.signatories
        )
        if one.petition:
            starter = self.names.get(one.petition.starter or "", "nobody named")
            yield "petition", f"{one.petition.supporters:,} supporters, started by {starter}"
        if one.tags:
            yield "tags", f"{len(one.tags)}: " + ", ".join(tag.label for tag in one.tags[:12])
        yield from (("link", _listed(link.label, link.target)) for link in one.links)

    def words(self, span: Span) -> str:
        """Return the document's words at a place, in quotation marks and on one line."""
        return f"“{' '.join(span.of(self.text).split())}”"

    def entities(self, kind: EntityType) -> Table:
        table = Table.grid(padding=(0, 2))
        for one in (one for one in self.reading.entities if one.type is kind):
            forms = sorted({span.of(self.text) for span in one.mentions} - {self.names[one.id]})
            called = sorted({span.of(self.text) for span in one.references})
            table.add_row(
                self.names[one.id],
                f"{len(one.mentions)}×",
                safe("; ".join(role.role for role in one.roles)),
                Text(" · ".join((*forms, *called)), style="bright_black"),
            )
        return table

    def claims(self) -> Group:
        """Return the claims under the voice that makes them, in the order of the text."""
        ordered = sorted(self.reading.claims, key=_speaker)
        parts: list[RenderableType] = []
        for _, made in groupby(ordered, key=_speaker):
            group = list(made)
            parts.append(Text(f"{self.voice(group[0])} says:", style="bold"))
            parts += [Padding(self.claim(one), (0, 0, 0, 2)) for one in group]
        return Group(*parts)

    def voice(self, claim: Claim) -> str:
        source = claim.source
        who = self.people(source.asserter) or "Somebody who is not named"
        if source.relayed_by:
            return f"{who} (relayed by {self.people(source.relayed_by)})"
        return who

    def claim(self, claim: Claim) -> Text:
        sign, style = STANCES[claim.modality]
        parts = [claim.type.replace("_", " ")]
        for label, ids in (("of", claim.victims), ("by", claim.actors), ("in", claim.place)):
            parts += [f"{label} {self.people(ids)}"] if ids else []
        if claim.date:
            parts.append(claim.date.edtf or f"“{claim.date.span.of(self.text)}”")
        parts += [safe(f"{key} {value}") for key, value in claim.details.items()]
        line = Text(f"{sign} ", style=style)
        line.append(self.words(claim.span), style=f"italic {style}".strip())
        line.append(f"  {'; '.join(parts)} ({claim.basis.value})", style="bright_black")
        return line

    def demand(self, demand: Demand) -> Text:
        asked = f" of {self.people(demand.addressees)}" if demand.addressees else ""
        who = self.people(demand.by) or "Somebody who is not named"
        return Text(f"→ {who} asks{asked}: {self.words(demand.span)}", style="blue")

    def people(self, ids: Sequence[str]) -> str:
        return ", ".join(self.names.get(one, one) for one in ids)


def safe(text: str) -> str:
    """Return a text of the same length without characters that command a terminal.

    Escape sequences and marks that turn the direction of writing would let a document draw over
    what stands around it.
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in "\n\t" else " " for one in text)


def _speaker(claim: Claim) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    own = claim.source.asserter in ((AUTHOR,), (PAGE,))
    return not own, claim.source.asserter, claim.source.relayed_by


def _listed(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def show(readings: Iterable[Reading], console: Console) -> None:
    """Print each reading as a page."""
    for reading in readings:
        console.print(Page(reading))
