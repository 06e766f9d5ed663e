"""Print the ledger of an archive in short: who, what is told of them, where it differs, what next.

python tools/demo.py demo/archive
"""

import os
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from habeas.cli.desk import opened
from habeas.cli.event_page import briefly
from habeas.cli.ledger import conflicts_table, events_table
from habeas.cli.people import people_lines, people_table
from habeas.cli.screen import Screen

PEOPLE, EVENTS = 6, 8


def title(console: Console, text: str) -> None:
    """Print a heading."""
    console.print(Text(f"\n{text}\n", style="bold underline"))


def commands(person: str, spelling: str, event: str) -> list[str]:
    """Return what to go on with, to be pasted."""
    return [
        f"habeas person {person}",
        f'habeas person "{spelling}"',
        f"habeas event {event}",
        f'habeas search "{spelling}"',
        "habeas conflicts --matter date",
        f"habeas claims --about {person} --kind arrest",
        "habeas people --unsure",
        f"habeas same {person} P2 --dry-run",
        "habeas add examples",
        "habeas verify",
    ]


def main(folder: Path) -> None:
    """Print the ledger."""
    with opened(folder, Screen()) as desk:
        from habeas.web.ledger import access as ledger
        from habeas.web.people import access as people

        console = desk.screen.out
        named = people.entities(["Person"])
        lines = people_lines(list(named[:PEOPLE]))
        title(console, f"People: {PEOPLE} of {named.count()}, with all their spellings")
        console.print(people_table(lines))
        told = ledger.events()
        title(console, f"What is told of: {EVENTS} of {told.count()} events")
        console.print(events_table([ledger.told(row) for row in told[:EVENTS]]))
        disputed = told.filter(conflicts__gt=0)
        title(console, f"Where they differ, in {disputed.count()} events")
        console.print(conflicts_table(ledger.conflicts(disputed), briefly))
        console.print("\nHabeas does not say that any of it happened. It says who says so.")
        title(console, "Go on with")
        profile = lines[0][0]
        spelling = next(s.name for s in profile.spellings if "Latin" not in s.scripts)
        # Not through the console: what is to be pasted must not be folded.
        print(f"  export HABEAS_ARCHIVE={folder} PATH={_bin()}:$PATH")
        for command in commands(profile.ref, spelling, f"E{told[0].number}"):
            print(f"  {command}")


def _bin() -> str:
    return os.path.relpath(Path(sys.executable).parent)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
