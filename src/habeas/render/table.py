"""Write rows as CSV (RFC 4180), for spreadsheets and for programs.

A cell never runs: text that a spreadsheet would take for a formula gets an apostrophe before it.
What is not said is an empty cell; nothing else is changed or left out.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

# Excel takes a file without it for one of its own code page, and garbles every Cyrillic name.
MARK = "\N{BYTE ORDER MARK}"
# owasp.org/www-community/attacks/CSV_Injection: what begins a formula, wide forms included, also
# after spaces, which some spreadsheets trim away before they look.
_FORMULA = re.compile(r"[\t\r\n]|[\s\ufeff]*[=+\-@＝＋－＠]")
_BETWEEN = "; "

COLUMNS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "claims": (
            *("claim", "event", "class", "type", "modality", "basis"),
            *("said_by", "said_by_names", "relayed_by", "relayed_by_names"),
            *("victims", "victims_names", "actors", "actors_names", "places", "places_names"),
            *("date", "printed_date", "details", "words", "start", "end"),
            *("document", "document_title", "document_date", "sha256"),
        ),
        "people": ("entity", "type", "name", "spellings", "descriptions", "documents"),
        "events": (
            *("event", "title", "class", "date", "claims", "documents", "voices"),
            *("matter", "value", "entity", "value_voices", "value_claims", "value_documents"),
            "conflict",
        ),
        "documents": (
            *("document", "kind", "language", "title", "written", "published", "media_type"),
            *("size", "sha256", "paths", "added", "added_by", "read_with"),
            *("claims", "people"),
        ),
    }
)


def lines(table: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a table as CSV, each line with its break; the first has the names of the columns."""
    columns = COLUMNS[table]
    yield line(columns)
    for row in rows:
        yield line(row[name] for name in columns)


def line(values: Iterable[Any]) -> str:
    """Return values as one line of CSV with its break."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([cell(value) for value in values])
    return out.getvalue()


def cell(value: Any) -> str | int:
    """Return a value as it stands in a cell; several values are parted by semicolons."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    text = value if isinstance(value, str) else _BETWEEN.join(value)
    return _harmless(text.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
