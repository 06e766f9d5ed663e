"""Print the events that letters tell of: who says what, how many voices, where they differ.

    python benchmarks/happenings.py FOLDER [--all] [--json]

Reads the letters, finds who is who across them (`habeas.resolve`), puts the claims together as the
archive does, but in memory, and prints the events told by several claims (with --all every event).
The last line on stderr says how long the weighing took.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from habeas import intake
from habeas.flow import read_all
from habeas.model import AUTHOR, Claim, Reading
from habeas.resolve.gathering import gather as gather_people
from habeas.weigh import Happening, Telling, gather, sketch, weigh

# "We were sent back": the author is each of them, but a joint letter's author is none of many.
_FEW = 3
_ENDS = "\n.!?…"


@dataclass(slots=True)
class People:
    """The numbers of entities across documents, and their names."""

    number: dict[tuple[int, str], int] = field(default_factory=dict)
    name: dict[int, str] = field(default_factory=dict)

    def of(self, document: int, ids: Iterable[str], author: Iterable[int] = ()) -> frozenset[int]:
        """Return the numbers of ids in one document; the author's are those given."""
        asked = list(ids)
        found = {self.number[document, one] for one in asked if (document, one) in self.number}
        return frozenset(found.union(author) if AUTHOR in asked else found)


def identify(readings: Sequence[Reading]) -> People:
    """Return who is who across readings."""
    people = People()
    for number, group in enumerate(gather_people(readings), 1):
        people.name[number] = group.portrait.title
        people.number |= dict.fromkeys(group.members, number)
    return people


def tellings(readings: Sequence[Reading], people: People) -> Iterator[Telling]:
    """Yield the claims of readings as the archive knows them."""
    number = 0
    for document, reading in enumerate(readings):
        drawn = sketch(reading.document.text)
        for claim in reading.claims:
            number += 1
            yield _telling(number, claim, (document, reading), people, drawn)


def _telling(
    number: int, claim: Claim, place: tuple[int, Reading], people: People, drawn: bytes
) -> Telling:
    document, reading = place
    text, anatomy = reading.document.text, reading.anatomy
    signed = people.of(document, [one.entity for one in anatomy.signatories if one.entity])
    alone = signed if len(signed) <= _FEW else ()
    written = anatomy.date_written or anatomy.date_published
    return Telling(
        claim=number,
        document=document,
        kind=claim.kind,
        type=claim.type,
        victims=people.of(document, claim.victims, alone),
        actors=people.of(document, claim.actors, alone),
        places=people.of(document, claim.place),
        asserters=people.of(document, claim.source.asserter, signed),
        relayed_by=people.of(document, claim.source.relayed_by),
        basis=claim.basis,
        modality=claim.modality,
        date=claim.date.edtf if claim.date else None,
        written=written.edtf if written else None,
        details=claim.details,
        words=claim.span.of(text),
        passage=_passage(text, claim),
        sketch=drawn,
    )


def _passage(text: str, claim: Claim) -> str:
    start = max(text.rfind(sign, 0, claim.span.start) for sign in _ENDS) + 1
    ends = (text.find(sign, claim.span.end) for sign in _ENDS)
    return text[start : min((end for end in ends if end >= 0), default=len(text))].strip()


def show(happening: Happening, told: Mapping[int, Telling], paths: Sequence[str]) -> Iterator[str]:
    """Yield the lines of one event."""
    yield f"\n{happening.title} [{happening.date or 'no date'}] {len(happening.voices)} voices"
    for value in happening.values:
        yield f"  {value.matter}: {value.value} ({value.voices}: {value.tellings})"
    for conflict in happening.conflicts:
        yield f"  ! {conflict.matter}: {' | '.join(conflict.values)} ({conflict.reason})"
    for voice in happening.voices:
        yield f"  voice of {voice.who or 'nobody named'}: {'; '.join(voice.reasons)}"
        for claim in voice.tellings:
            one = told[claim]
            words = " ".join(one.words.split())[:90]
            said = f"{one.type} {one.modality} {one.date or ''}"
            yield f"    C{claim} D{one.document} {paths[one.document]} {said}: {words}"


def main() -> None:
    """Read, gather, weigh and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--all", action="store_true", help="also events told by one claim")
    parser.add_argument("--json", action="store_true", help="one event a line")
    given = parser.parse_args()
    readings = [one for one in read_all(intake.documents(given.folder)) if isinstance(one, Reading)]
    people = identify(readings)
    told = {one.claim: one for one in tellings(readings, people)}
    start = time.perf_counter()
    events = gather(told.values())
    happenings = [weigh(e, people.name.__getitem__) for e in events.values() if _told(e, given.all)]
    spent = time.perf_counter() - start
    paths = [Path(one.document.path).name for one in readings]
    for one in happenings:
        lines = [json.dumps(one.as_json())] if given.json else show(one, told, paths)
        print("\n".join(lines))
    each = 1000 * spent / max(1, len(readings))
    print(f"{len(events)} events, {len(told)} claims, {each:.1f} ms a document", file=sys.stderr)


def _told(event: Sequence[Telling], every: bool) -> bool:
    return every or len(event) > 1


if __name__ == "__main__":
    main()
