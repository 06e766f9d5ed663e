"""List the links that a text offers, with their labels and targets as printed."""

from habeas.model import PrintedLink
from habeas.read.sheet import Sheet


def find_links(sheet: Sheet) -> tuple[PrintedLink, ...]:
    """Return the links in the order of the text; ``#`` is no target."""
    printed = [link for passage in sheet.passages for link in passage.links]
    carried = [(link.span, link.target) for link in sheet.document.links]
    found = {span: target for span, target in printed + carried if len(span)}
    return tuple(
        PrintedLink(
            label=" ".join(span.of(sheet.text).split()),
            span=span,
            target=target if target.strip("#") else None,
        )
        for span, target in sorted(found.items())
    )
