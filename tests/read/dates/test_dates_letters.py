"""The printed dates of letters read by hand, where those readings are at hand."""

import json
from pathlib import Path

import pytest

from habeas.read.dates import find_dates

SHARED = Path(__file__).parents[4] / "shared"
READINGS = sorted((SHARED / "gold").glob("*.json"))


@pytest.mark.skipif(not READINGS, reason="the letters read by hand are not beside the repository")
def test_agrees_with_most_dates_read_by_hand():
    # The rest are bounds that a reader draws from the claim, such as "before the arrest".
    rows = [row for reading in READINGS for row in agreements(json.loads(reading.read_text()))]
    assert sum(rows) >= 0.65 * len(rows)


def agreements(gold):
    """Yield for every date of a claim whether the same was found in the same place."""
    text = (SHARED / "letters" / gold["file"]).read_text("utf-8")
    written = gold["document"]["date_written"] or gold["document"]["date_published"] or {}
    language, anchor = gold["document"]["language"], written.get("edtf")
    found = find_dates(text, language=language, anchor=anchor)
    for claim in gold["claims"]:
        if claim["date"]:
            start, end, _ = claim["date"]["text"]
            here = {d.edtf for d in found if d.span.start < end and start < d.span.end}
            yield claim["date"]["edtf"] in (here or {None})
