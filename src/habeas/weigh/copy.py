"""Find tellings whose words are copied: passages repeated, and documents published again.

Compares words, so a translation is not found. Texts that are alike do not say which came first;
only their dates can.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from habeas.weigh.link import grouped
from habeas.weigh.period import days
from habeas.weigh.sketch import numbers, shared
from habeas.weigh.speaker import is_relayed
from habeas.weigh.telling import Telling
from habeas.weigh.wording import overlap, shingles, vocabulary

# A passage has to have some words (runs of four of them) before it can be a copy.
_FEWEST_RUNS = 6
# Of the texts that share a run of words, how many earlier ones are looked at.
_LOOKED_AT = 8
# How much of the words of a claim another has to have to be that claim in a copied text.
_SAME_CLAIM = 0.5
# Of the voices in one text that is copied, how many are told apart.
_VOICES = 40

type Copy = tuple[int, int, str]
type Texts[T] = dict[T, list[int]]


@dataclass(frozen=True, slots=True)
class _Kind[T]:
    """A way in which a text is copied: its runs, the share that makes a copy, how it is said."""

    runs: Callable[[T], frozenset[int]]
    share: Callable[[T, T], float]
    least: float
    repeats: str
    common: str
    # Whether one text may quote what the other says itself.
    quotes: bool


_PASSAGE = _Kind[str](
    runs=shingles,
    share=lambda one, other: overlap(shingles(one), shingles(other)),
    least=0.6,
    repeats="{later} repeats a passage of {earlier} ({share:.0%} of the words)",
    common="{earlier} and {later} have a passage in common ({share:.0%} of the words)",
    quotes=True,
)


def _some(drawn: bytes) -> frozenset[int]:
    """Return a fifth of a sketch: enough to find those worth comparing."""
    return frozenset(number for number in numbers(drawn) if number % 5 == 0)


_DOCUMENT = _Kind[bytes](
    runs=_some,
    share=shared,
    least=0.7,
    repeats="{later} publishes {earlier} again ({share:.0%} of the words)",
    common="{earlier} and {later} are one text ({share:.0%} of the words)",
    quotes=False,
)


def copies(tellings: Sequence[Telling]) -> Iterator[Copy]:
    """Yield pairs of places of tellings that are one text in two documents, with the reason."""
    passages = ((t.passage, i) for i, t in enumerate(tellings))
    long = (one for one in passages if len(shingles(one[0])) >= _FEWEST_RUNS)
    yield from _copied(tellings, grouped(long), _PASSAGE)
    sketches = ((t.sketch, i) for i, t in enumerate(tellings) if t.sketch)
    yield from _copied(tellings, grouped(sketches), _DOCUMENT)


def _copied[T](tellings: Sequence[Telling], texts: Texts[T], kind: _Kind[T]) -> Iterator[Copy]:
    index: dict[int, list[T]] = {}
    for text, places in texts.items():
        yield from _paired(tellings, (places, places), (kind, 1.0))
        for earlier in _alike(text, index, kind):
            share = kind.share(earlier, text)
            if share >= kind.least:
                yield from _paired(tellings, (texts[earlier], places), (kind, share))
        for run in kind.runs(text):
            seen = index.setdefault(run, [])
            if len(seen) < _LOOKED_AT:
                seen.append(text)


def _alike[T](text: T, index: dict[int, list[T]], kind: _Kind[T]) -> list[T]:
    """Return the earlier texts that have some runs in common with this one."""
    met = Counter(earlier for run in kind.runs(text) for earlier in index.get(run, ()))
    return [earlier for earlier, count in met.items() if count >= _FEWEST_RUNS // 2]


def _paired[T](
    tellings: Sequence[Telling], sides: tuple[list[int], list[int]], found: tuple[_Kind[T], float]
) -> Iterator[Copy]:
    """Pair the claims of two copies, voice by voice: a passage may hold the words of several."""
    left, right = (_voices(tellings, side) for side in sides)
    for mine in left.values():
        for theirs in right.values():
            one, other = tellings[mine[0]], tellings[theirs[0]]
            if mine == theirs or (_same_claim(one, other) and _may_be_one(one, other, found[0])):
                yield from _across(tellings, sorted({*mine, *theirs}), found)


def _voices(tellings: Sequence[Telling], places: list[int]) -> dict[object, list[int]]:
    """Return the claims of one text by their words, and by whose words they are said to be."""
    told = ((tellings[i], i) for i in places)
    found = grouped(((t.words, t.asserters if is_relayed(t) else None), i) for t, i in told)
    return dict(list(found.items())[:_VOICES])


def _across[T](
    tellings: Sequence[Telling], places: list[int], found: tuple[_Kind[T], float]
) -> Iterator[Copy]:
    """Pair each claim with one of another document; none where all are of one document."""
    first = places[0]
    far = next((place for place in places if _apart(tellings, (first, place))), None)
    if far is None:
        return
    for place in places[1:]:
        other = first if _apart(tellings, (first, place)) else far
        yield _copy(tellings, (other, place), found)


def _apart(tellings: Sequence[Telling], pair: tuple[int, int]) -> bool:
    return tellings[pair[0]].document != tellings[pair[1]].document


def _same_claim(one: Telling, other: Telling) -> bool:
    if one.words == other.words:
        return True
    return overlap(vocabulary(one.words), vocabulary(other.words)) >= _SAME_CLAIM


def _may_be_one[T](one: Telling, other: Telling, kind: _Kind[T]) -> bool:
    """Say whether whoever is quoted may be who is quoted there, or speaks there himself."""
    if is_relayed(one) and is_relayed(other):
        return not (one.asserters and other.asserters and one.asserters.isdisjoint(other.asserters))
    return kind.quotes or not (is_relayed(one) or is_relayed(other))


def _copy[T](
    tellings: Sequence[Telling], pair: tuple[int, int], found: tuple[_Kind[T], float]
) -> Copy:
    kind, share = found
    one, other = sorted((tellings[place] for place in pair), key=_age)
    mine, theirs = days(one.written), days(other.written)
    later = mine is not None and theirs is not None and mine[1] < theirs[0]
    form = kind.repeats if later else kind.common
    said = form.format(earlier=f"D{one.document}", later=f"D{other.document}", share=share)
    return (*pair, said)


def _age(telling: Telling) -> tuple[int, int]:
    written = days(telling.written)
    return written[0] if written else 0, telling.document
