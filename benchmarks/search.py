"""Time searches in 200,000 passages, beside the bare index of SQLite on the same rows.

    python benchmarks/search.py [PASSAGES]

The passages are those of the examples, told of other people (`varied`). They go through the room's
own index; who is named in them is made up: words with a capital letter inside a sentence.
"""

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import quantiles
from typing import Any

import varied
from habeas.model import (
    Anatomy,
    Claim,
    ClaimClass,
    Document,
    Entity,
    EntityType,
    Kind,
    Reading,
    Signatory,
    Source,
    Span,
    Tag,
)
from habeas.web.archive.database import prepare
from habeas.web.archive.opening import make_archive

PASSAGES, QUERIES, BATCH, SPEAKERS = 200_000, 400, 500, 3
FLOOR = 50  # milliseconds
_NAME = re.compile(r"(?<=[\w,] )[^\W\d_a-zа-яё][^\W\d_]{3,}(?:[’'][^\W\d_]+)?")
_COUNTRIES = ["France", "Spain", "Kenya", "Japan", "Peru", "Norway", "Ghana", "Chile"]
_TAGS = ["extradition", "asylum", "torture", "press freedom", "fair trial", "deportation"]
_CYRILLIC = str.maketrans("abdegiklmnoprstvz", "абдегиклмнопрствз")


def readings() -> Iterator[Reading]:
    """Yield letters without end, as if they had been read."""
    for number, document in enumerate(varied.letters(10**9)):
        yield _reading(document, random.Random(number))


def _reading(document: Document, chance: random.Random) -> Reading:
    people: dict[str, list[Span]] = {}
    for found in _NAME.finditer(document.text):
        people.setdefault(found[0], []).append(Span(*found.span()))
    named = sorted(people, key=lambda name: -len(people[name]))[:25]
    entities = [
        Entity(id=f"e{i}", type=EntityType.PERSON, name=name, mentions=tuple(people[name]))
        for i, name in enumerate(named)
    ]
    asserters = tuple(one.id for one in entities[:SPEAKERS])
    claim = Claim(
        id="c1",
        kind=ClaimClass.ARREST_DETENTION,
        type="arrest",
        span=Span(0, 1),
        source=Source(asserter=asserters),
    )
    return Reading(
        document=document,
        anatomy=_anatomy(document, chance),
        entities=tuple(entities),
        claims=(claim,),
    )


def _anatomy(document: Document, chance: random.Random) -> Anatomy:
    at = Span(0, 1)
    russian = sum("а" <= letter <= "я" for letter in document.text[:500]) > 100
    return Anatomy(
        kind=chance.choice(list(Kind)),
        language="ru" if russian else "fr" if "lettre" in document.path else "en",
        signatories=tuple(
            Signatory(name="", span=at, country=one) for one in chance.sample(_COUNTRIES, 3)
        ),
        tags=tuple(Tag(label=one, span=at) for one in chance.sample(_TAGS, 3)),
    )


@dataclass(slots=True)
class Filling:
    """What was put into an archive: bytes of text, the seconds that took, and some of the texts."""

    documents: int = 0
    passages: int = 0
    size: int = 0
    spent: float = 0.0
    texts: list[str] = field(default_factory=list)

    def told(self) -> None:
        """Print how much it was and how long it took."""
        print(
            f"{self.documents:,} documents, {self.passages:,} passages, "
            f"{self.size / 1e6:.0f} MB of text"
        )
        each, for_10_kb = 1000 * self.spent / self.documents, 1e7 * self.spent / self.size
        print(f"index: {each:.2f} ms a document, {for_10_kb:.2f} ms for 10 kB")


def fill(passages: int) -> Filling:
    """Put letters into the open archive until it has so many passages."""
    from django.db import connection

    done, letters, started = Filling(), readings(), time.perf_counter()
    while done.passages < passages:
        _put(done, [next(letters) for _ in range(BATCH)])
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_words_docsize")
            (done.passages,) = cursor.fetchone()
        took = time.perf_counter() - started
        print(f"\r{done.passages:,} passages, {took:.0f} s", end="", file=sys.stderr)
    print(file=sys.stderr)
    return done


def _put(done: Filling, found: Sequence[Reading]) -> None:
    from django.db import transaction

    from habeas.web.search.actions import index

    with transaction.atomic():
        rows = _kept(done.documents + 1, found)
        start = time.perf_counter()
        for row, reading in zip(rows, found, strict=True):
            index(row, reading)
        done.spent += time.perf_counter() - start
    done.documents += len(found)
    done.size += sum(len(reading.document.text.encode()) for reading in found)
    done.texts += [reading.document.text for reading in found[::10]]


def _kept(first: int, found: Sequence[Reading]) -> list[Any]:
    """Write what the index needs of documents and of those whom they name."""
    from habeas.web.people.models import Appearance
    from habeas.web.people.models import Entity as Group
    from habeas.web.sources.models import Document as Row
    from habeas.web.sources.models import Origin

    rows = [_row(number, reading) for number, reading in enumerate(found, first)]
    Row.objects.bulk_create(rows)
    Origin.objects.bulk_create(
        Origin(document=row, path=reading.document.path, entry_id=1)
        for row, reading in zip(rows, found, strict=True)
    )
    # A speaker is of some thirty documents, as the same few write again and again.
    pairs = [
        (row, i, row.number % 1000 * SPEAKERS + i + 1) for row in rows for i in range(SPEAKERS)
    ]
    Group.objects.bulk_create(
        (Group(number=n, type=EntityType.PERSON, name=f"N{n}", portrait=b"") for _, _, n in pairs),
        ignore_conflicts=True,
    )
    Appearance.objects.bulk_create(
        Appearance(number=row.number * SPEAKERS + i, document=row, local=f"e{i}", entity_id=group)
        for row, i, group in pairs
    )
    return rows


def _row(number: int, reading: Reading) -> Any:
    from habeas.web.sources.actions import packed_text
    from habeas.web.sources.models import Document as Row

    return Row(
        number=number,
        sha256=f"{number:064}",
        size=1,
        kind=reading.anatomy.kind,
        language=reading.anatomy.language,
        year=2000 + number % 25,
        text=packed_text(reading.document.text),
        reading=b"",
        added_id=1,
    )


def queries(count: int, texts: Sequence[str]) -> list[Any]:
    """Return mixed queries: rare and common words, several, phrases, other scripts, filters."""
    from habeas.web.search.access import Query

    chance = random.Random(7)
    counted = Counter(word for text in texts for word in set(re.findall(r"[^\W\d_]{3,}", text)))
    ranked = [word for word, _ in counted.most_common()]
    common, rare = ranked[:300], ranked[len(ranked) // 2 :]
    middle = ranked[300 : len(ranked) // 2]
    names = [word for word in ranked if re.fullmatch(r"[A-Z][abdegiklmnoprstvz]{5,}", word)]
    labels: list[dict[str, Any]] = [
        {"kind": "petition"},
        {"year": 2012},
        {"country": "Spain"},
        {"tag": "asylum"},
        {"speaker": SPEAKERS * 40},
        {"language": "en"},
    ]
    shapes: list[Callable[[], str]] = [
        lambda: chance.choice(rare),
        lambda: chance.choice(common),
        lambda: chance.choice(middle),
        lambda: " ".join(chance.sample(middle, 2)),
        lambda: f"{chance.choice(common)} {chance.choice(middle)}",
        lambda: " ".join(chance.sample(common, 3)),
        lambda: f"{chance.choice(common)} OR {chance.choice(middle)} -{chance.choice(common)}",
        lambda: f'"{_phrase(chance, texts)}"',
        lambda: chance.choice(names),
        lambda: chance.choice(names).lower().translate(_CYRILLIC),
    ]
    asked = [Query(words=shapes[i % len(shapes)]()) for i in range(count)]
    return [
        replace(one, **chance.choice(labels)) if i % 3 == 0 else one for i, one in enumerate(asked)
    ]


def _phrase(chance: random.Random, texts: Sequence[str]) -> str:
    words = re.findall(r"[^\W\d_]+", chance.choice(texts))
    start = chance.randrange(len(words) - 3)
    return " ".join(words[start : start + chance.choice([2, 3])])


def raw(words: str) -> None:
    """Ask the bare index for the same words."""
    from django.db import connection

    found = [one for one in re.findall(r"[^\W_]+", words.lower()) if one != "or"]
    text = f'"{" ".join(found)}"' if words.startswith('"') else " ".join(f'"{w}"' for w in found)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM search_words WHERE search_words MATCH %s ORDER BY rank LIMIT 20",
            [text],
        )
        cursor.fetchall()


def timed(act: Callable[[Any], Any], values: Sequence[Any]) -> list[tuple[float, float]]:
    """Return how many milliseconds an act takes for each value, and how many of the processor."""
    found = list[tuple[float, float]]()
    for value in values:
        start, busy = time.perf_counter(), time.process_time()
        act(value)
        ends = time.perf_counter() - start, time.process_time() - busy
        found.append((1000 * ends[0], 1000 * ends[1]))
    return found


def told(name: str, times: Sequence[tuple[float, float]]) -> float:
    """Print the percentiles of times; return the 95th.

    Where the machine is shared, those of the processor say what another machine would take.
    """
    for kind, values in zip(("", "  of the processor"), zip(*times, strict=True), strict=True):
        cuts = quantiles(values, n=100)
        figures = f"p50 {cuts[49]:6.1f}  p95 {cuts[94]:6.1f}  p99 {cuts[98]:6.1f} ms"
        print(f"{kind or name:24} {figures}")
    return quantiles([wall for wall, _ in times], n=100)[94]


def told_once(find: Callable[[Any], Any], words: Sequence[str]) -> None:
    """Print how long the first searches take, which load the dictionaries of the languages."""
    from habeas.web.search.access import Query

    ((took, _),) = timed(lambda asked: [find(Query(words=one)) for one in asked], [words])
    print(f"the first searches of a process, in each script: {took:.0f} ms together")


def sizes(text: int) -> None:
    """Print how much room the index takes, against the text."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sum(pgsize) FROM dbstat WHERE name LIKE 'search_%' GROUP BY name"
        )
        rows = sorted(cursor.fetchall(), key=lambda row: -row[1])
    for name, size in rows[:8]:
        print(f"  {name:44} {size / text:5.2f} × text")
    print(f"  {'all of search':44} {sum(size for _, size in rows) / text:5.2f} × text  (≤ 1.2)")


def main() -> None:
    """Build, time and print."""
    passages = int(sys.argv[1]) if len(sys.argv) > 1 else PASSAGES
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        make_archive(Path(folder) / "archive")
        from habeas.web.search.access import find
        from habeas.web.sources.models import Entry

        Entry.objects.create(number=1, at="", by="", act="", detail="", previous="", digest="")
        done = fill(passages)
        done.told()
        sizes(done.size)
        asked = queries(QUERIES, done.texts)
        told_once(find, ["first search", "первый поиск"])
        times = timed(find, asked)
        slowest = sorted(zip(times, asked, strict=True), key=lambda pair: -pair[0][0])[:8]
        told("bare FTS5, the words", timed(raw, [one.words for one in asked]))
        p95 = told("habeas search", times)
        for (took, _), query in slowest:
            print(f"  {took:6.1f} ms {query}", file=sys.stderr)
        print(f"search p95 {p95:.1f} ms, floor {FLOOR}")


if __name__ == "__main__":
    main()
