"""Read what an HTML page says about itself in its head.

Values are as printed and unverified; the text of the page is not consulted.
"""

from collections.abc import Iterator

from lxml import etree

# Per key, the names under which sites print it, most deliberate first: Open Graph, article
# properties, Dublin Core, plain HTML.
_NAMES = {
    "title": ("og:title", "dc.title", "dcterms.title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author"),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name"),
    "date": (
        "article:published_time",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "date",
        "pubdate",
        "publish-date",
    ),
    "modified": ("article:modified_time", "datemodified", "og:updated_time", "last-modified"),
    "description": ("description", "og:description", "dc.description"),
    "keywords": ("keywords", "news_keywords"),
    "language": ("content-language", "dc.language", "og:locale"),
    "url": ("og:url",),
    "type": ("og:type",),
}


def metadata(root: etree._Element) -> dict[str, str | None]:
    """Return what the head of the page at `root` says, by our keys."""
    given: dict[str, str] = {}
    for name, content in _given(root):
        given.setdefault(name, content)
    found = {key: _first(given, names) for key, names in _NAMES.items()}
    found["title"] = found["title"] or root.findtext(".//title")
    found["language"] = root.get("lang") or found["language"]
    found["url"] = _canonical(root) or found["url"]
    return found


def _given(root: etree._Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = next(filter(None, map(meta.get, ("property", "name", "itemprop", "http-equiv"))), "")
        content = (meta.get("content") or "").strip()
        if name and content:
            yield name.strip().lower(), content


def _first(given: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((given[name] for name in names if name in given), None)


def _canonical(root: etree._Element) -> str | None:
    return next(
        (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None
    )
