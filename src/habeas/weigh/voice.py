"""Tell which tellings are one source: who speaks, who relays whom, who repeats whose words.

Counts voices; it weighs none of them against another, and knows of no reliability.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from habeas.model import Modality
from habeas.weigh.copy import copies
from habeas.weigh.link import Links, grouped
from habeas.weigh.speaker import is_relayed, speakers
from habeas.weigh.telling import Telling

_NOBODY, _UNNAMED_AUTHOR = -1, 0

type Name = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Voice:
    """Claims that are one source: who says so (entities), and why they are one."""

    tellings: tuple[int, ...]
    who: tuple[int, ...]
    reasons: tuple[str, ...] = ()


def voices(tellings: Sequence[Telling], name: Name) -> tuple[Voice, ...]:
    """Return the independent voices; every telling is in one of them."""
    links = Links(len(tellings))
    _join_documents(tellings, links)
    _join_speakers(tellings, links, name)
    _join_pages(tellings, links, name)
    for one, other, reason in copies(tellings):
        links.join(one, other, reason)
    return tuple(_voice([tellings[i] for i in group], why) for group, why in links.groups())


def _voice(tellings: Sequence[Telling], reasons: tuple[str, ...]) -> Voice:
    who = sorted({entity for one in tellings for entity in one.asserters})
    return Voice(tuple(sorted(one.claim for one in tellings)), tuple(who), reasons)


def _join_documents(tellings: Sequence[Telling], links: Links) -> None:
    for (document, who), places in grouped(_spoken(tellings)).items():
        if len(places) > 1 and who != _NOBODY:
            links.join_all(places, f"one speaker in D{document}")
    _join_nameless(tellings, links)


def _join_nameless(tellings: Sequence[Telling], links: Links) -> None:
    """Join words that are nobody's to whoever says the same there: no second source is known."""
    nameless = {i for i, one in enumerate(tellings) if is_relayed(one) and not speakers(one)}
    said = {_what(tellings[i]): i for i in nameless}
    said |= {_what(one): i for i, one in enumerate(tellings) if not is_relayed(one)}
    for place in sorted(nameless):
        same = said[_what(tellings[place])]
        if same != place:
            document = tellings[place].document
            links.join(same, place, f"D{document} does not say whose words it gives")


def _what(telling: Telling) -> tuple[int, str, Modality]:
    return telling.document, telling.type, telling.modality


def _spoken(tellings: Sequence[Telling]) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield (document, speaker) of each telling, where a document's author may have no name."""
    for place, one in enumerate(tellings):
        nameless = _NOBODY if is_relayed(one) else _UNNAMED_AUTHOR
        said_by = sorted(speakers(one)) or [nameless]
        yield from (((one.document, who), place) for who in said_by)


def _join_speakers(tellings: Sequence[Telling], links: Links, name: Name) -> None:
    spoken = ((who, place) for place, one in enumerate(tellings) for who in speakers(one))
    for who, places in grouped(spoken).items():
        first = {tellings[place].document: place for place in reversed(places)}
        if len(first) > 1:
            relay = all(is_relayed(tellings[place]) for place in first.values())
            reason = f"all relay {name(who)}" if relay else f"the same speaker: {name(who)}"
            links.join_all(sorted(first.values()), reason)


def _join_pages(tellings: Sequence[Telling], links: Links, name: Name) -> None:
    """Join what a page says itself to the letter that it relays, where that is here too."""
    own = grouped(
        (who, one.document) for one in tellings if not is_relayed(one) for who in one.asserters
    )
    for document, places in grouped((one.document, i) for i, one in enumerate(tellings)).items():
        page = [i for i in places if not speakers(tellings[i]) and not is_relayed(tellings[i])]
        heard = [
            (i, who)
            for i in places
            if is_relayed(tellings[i])
            for who in sorted(tellings[i].asserters)
            if any(other != document for other in own.get(who, ()))
        ]
        if page and len({links.root(i) for i, _ in heard}) == 1:
            place, who = heard[0]
            links.join(place, page[0], f"D{document} reports what {name(who)} says")
