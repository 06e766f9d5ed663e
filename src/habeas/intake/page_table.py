"""Tell tables of data from tables that only lay a page out.

Old pages hold the whole letter in a table; to read that by rows and cells would tear it apart.
"""

from lxml import etree

# None of these stands in a cell of data.
_TOO_MUCH = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "form", "blockquote", "nav", "article")
# Characters from which a paragraph is more than an entry.
_LONG = 40


def is_data(table: etree._Element) -> bool:
    """Say whether the cells of `table` are to be read by rows."""
    if table.get("role") in ("presentation", "none"):
        return False
    if any(element is not table for element in table.iter(*_TOO_MUCH)):
        return False
    wide = any(_width(row) > 1 for row in table.iter("tr"))
    return wide and not any(_is_long(cell) for cell in table.iter("td", "th"))


def _width(row: etree._Element) -> int:
    return sum(cell.tag in ("td", "th") for cell in row)


def _is_long(cell: etree._Element) -> bool:
    """Say whether a cell holds running text in several paragraphs."""
    return sum(_length(part) > _LONG for part in cell.iter("p", "div")) > 1


def _length(element: etree._Element) -> int:
    return len("".join(map(str, element.itertext())).strip())
