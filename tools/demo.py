"""Print what the demo read: a line a document, and what to do next."""

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

COUNTED = ("signed", "people", "claims", "voices", "asks")


def row(reading: dict) -> list[str]:
    """Return the cells of one document."""
    document, claims = reading["document"], reading["claims"]
    voices = {tuple(claim["source"]["asserter"]) for claim in claims}
    numbers = (
        len(document["signatories"]),
        sum(entity["type"] == "Person" for entity in reading["entities"]),
        len(claims),
        len(voices),
        len(reading["demands"]),
    )
    date = document["date_written"] or document["date_published"] or {}
    head = [Path(reading["path"]).name, document["kind"].replace("_", " ")]
    return [*head, str(date.get("edtf") or "–"), *map(str, numbers)]


def main(path: str) -> None:
    """Print the table."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), title="What the letters say")
    table.add_column("document", no_wrap=True, max_width=26)
    table.add_column("kind", no_wrap=True)
    table.add_column("dated", no_wrap=True)
    for name in COUNTED:
        table.add_column(name, justify="right", no_wrap=True)
    for line in Path(path).read_text("utf-8").splitlines():
        table.add_row(*row(json.loads(line)))
    console = Console()
    console.width = max(console.width, 92)  # a narrower table would cut its headings
    console.print(table)
    console.print("Every item is tied to its words. Go on with:", style="bold")
    console.print("  less demo/readings.txt                      the same as pages for a person")
    console.print("  .venv/bin/habeas read LETTER --pretty       read a letter of your own")
    console.print("  .venv/bin/habeas read FOLDER > all.jsonl    one JSON object a document")


if __name__ == "__main__":
    main(sys.argv[1])
