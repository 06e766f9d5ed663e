"""Find words and names in the documents: ``habeas search``.

It finds what is written. What is written is what somebody says.
"""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table
from rich.text import Text

from habeas.cli.archive import NO_DOCUMENTS
from habeas.cli.asking import asking
from habeas.cli.desk import Desk, on_archive
from habeas.cli.event_page import counted
from habeas.cli.reference import Ref, somebody
from habeas.model import Kind
from habeas.render.terminal import safe

if TYPE_CHECKING:
    from habeas.web.search.access import Bucket, Found, Hit

_KINDS = [one.replace("_", "-") for one in Kind]
_FEW = 6  # labels that are shown of each facet
_FILTERS = (
    click.option("--kind", type=click.Choice(_KINDS), help="In documents of this kind."),
    click.option("--speaker", metavar="P|NAME", help="In documents in which they say something."),
    click.option("--country", metavar="NAME", help="In documents signed or filed there."),
    click.option("--year", type=int, help="In documents of this year."),
    click.option("--tag", metavar="WORD", help="In documents with this tag."),
    click.option("--language", metavar="CODE", help="In documents in this language: en, fr, ru."),
    click.option("--document", type=Ref("D"), metavar="D3", help="In this document."),
    click.option(
        "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="So many hits."
    ),
)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@asking(*_FILTERS)
@click.option("--facets", is_flag=True, help="Only how many documents have which label.")
@on_archive
def search(desk: Desk, /, words: tuple[str, ...], facets: bool, **asked: Any) -> None:
    """Find passages by their words, in every form, and by names in every spelling.

    All words are looked for; “a OR b” finds either. In quotation marks within the shell's they
    stand side by side, and a word with - before it is left out.

    \b
    Examples:
      habeas search Багашвин deported
      habeas search '"court of appeal" -Valdorne' --year 2021
      habeas search arrest OR detention --speaker "Samira Oldeyeva"
    """
    from habeas.web.search.access import Query, find

    speaker = somebody(asked.pop("speaker")).number if asked["speaker"] else asked.pop("speaker")
    kind = asked.pop("kind")
    kind = kind.replace("-", "_") if kind else None
    found = find(Query(words=" ".join(words), speaker=speaker, kind=kind, **asked))
    if desk.screen.as_json:
        for one in _buckets(found) if facets else map(_row, found.hits):
            desk.screen.record(one)
        return
    if not found.hits:
        _none(desk)
        return
    if facets:
        desk.screen.show(_facets(found, few=None))
        return
    desk.screen.show(_hits(found))
    desk.screen.show(_facets(found, few=_FEW))
    if found.total > len(found.hits):
        desk.screen.note(f"{len(found.hits)} of {found.total} passages; for more: --limit N")


def _none(desk: Desk) -> None:
    from habeas.web.sources import access as sources

    empty = not sources.documents().exists()
    desk.screen.note(NO_DOCUMENTS if empty else "No passage has these words. Try fewer of them.")


def _row(hit: "Hit") -> dict[str, Any]:
    return {
        **asdict(hit),
        "document": f"D{hit.document}",
        "snippet": [{"text": text, "match": match} for text, match in hit.snippet],
        "score": round(hit.score, 4),
    }


def _buckets(found: "Found") -> Iterator[dict[str, Any]]:
    for facet, buckets in found.facets.items():
        yield from ({"facet": facet, **asdict(one)} for one in buckets)


def _hits(found: "Found") -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    for hit in found.hits:
        table.add_row(f"D{hit.document}", _hit(hit))
    return table


def _hit(hit: "Hit") -> Text:
    text = Text(f"{safe(hit.title)}", style="bold")
    text.append(f"  [{hit.start}, {hit.end}]\n", style="not bold bright_black")
    for words, match in hit.snippet:
        shown = safe(words).replace("\n", " ")
        text.append(shown, style="bold yellow" if match else "not bold")
    for one in hit.matched:
        if one.why != "the word":
            shown = f"\n“{safe(one.printed)}” is {one.why} “{safe(one.typed)}”"
            text.append(shown, style="not bold bright_black")
    text.append("\n")
    return text


def _facets(found: "Found", *, few: int | None) -> Table:
    """Return how many documents have which labels."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bright_black", no_wrap=True)
    table.add_column(overflow="fold")
    more = "more than " if found.more else ""
    passages = counted(found.total, "passage")
    table.add_row("found", f"{more}{passages} in {counted(found.documents, 'document')}")
    for name, shown in _lines(found, few):
        table.add_row(name, shown)
    return table


def _lines(found: "Found", few: int | None) -> Iterator[tuple[str, str]]:
    for facet, buckets in found.facets.items():
        labels = [f"{_label(facet, one)} {one.documents}×" for one in buckets[:few]]
        if rest := len(buckets) - len(labels):
            labels.append(f"{rest} more: --facets")
        if labels:
            yield facet, " · ".join(labels)


def _label(facet: str, bucket: "Bucket") -> str:
    """Return the name of a label; a speaker can be asked for by number as well."""
    name = safe(bucket.name.replace("_", " "))
    return f"{name} ({bucket.value})" if facet == "speaker" else name
