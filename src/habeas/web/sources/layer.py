"""The layout of a text layer as JSON, which the contract of a reading leaves out, and back."""

from typing import Any

from habeas.model import Document, Layer, Link, Region, Span


def layer_json(document: Document) -> dict[str, Any]:
    """Return pages, regions, links and metadata in JSON's own types."""
    return {
        "pages": [_pair(page) for page in document.pages],
        "regions": [[region.layer, *_pair(region.span)] for region in document.regions],
        "links": [[link.target, *_pair(link.span)] for link in document.links],
        "metadata": dict(document.metadata),
    }


def document_of(whole: dict[str, Any], text: str) -> Document:
    """Return the document of a stored reading, with its text and its layout."""
    layer = whole["layer"]
    return Document(
        path=whole["path"],
        sha256=whole["sha256"],
        media_type=whole["media_type"],
        text=text,
        pages=tuple(Span(*page) for page in layer["pages"]),
        regions=tuple(
            Region(layer=Layer(name), span=Span(*span)) for name, *span in layer["regions"]
        ),
        links=tuple(Link(Span(*span), target) for target, *span in layer["links"]),
        metadata=layer["metadata"],
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
