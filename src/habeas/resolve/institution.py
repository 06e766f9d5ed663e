"""Weigh whether two portraits of bodies, places, laws or events are of one.

Words that every country has a body by ("ministry", "court") name none until the country agrees, or
the people around do.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from habeas.model import EntityType
from habeas.resolve.body import compare_bodies, parse_body
from habeas.resolve.circle import shared
from habeas.resolve.comparison import Comparison, How
from habeas.resolve.country import countries_in, country_of, plain_words, same_place
from habeas.resolve.finding import Finding, find
from habeas.resolve.lexicon import load
from habeas.resolve.portrait import Portrait

_SPELLINGS = 3
_ENOUGH = 0.78
_SHORT_FORM = 0.78  # what “the X Committee” comes to beside “the X Committee for Y”
_NAMED, _GENERIC = 0.8, 0.56
_LIKE = 0.6  # what places come to whose names are only alike
_EQUAL = frozenset({How.EQUAL, How.SCRIPT, How.SOUNDS, How.CASE})  # of spellings of one place
_ONE_WORD = 0.04  # what “Parliament” lacks beside “Supreme Court”
_ACRONYM = 6  # letters
_NOTHING = Comparison(0.0, ())
_COMPANY, _PLACE, _ABROAD, _TOGETHER = 0.08, 0.16, 0.4, 0.2


def judge_bodies(one: Portrait, other: Portrait, *, together: bool = False) -> Finding:
    """Return whether two portraits that are not of people are of one body, place, law or event."""
    if not one.names or not other.names:
        return find(0.0, ())
    best = _best(one, other)
    if best.score < _ENOUGH:
        return find(0.0, ())
    if one.type is EntityType.PLACE:
        return _place(one, other, best)
    return _weighed(one, other, best, together=together)


def _best(one: Portrait, other: Portrait) -> Comparison:
    mine, theirs = _spelt(one), _spelt(other)
    equal = [(name, name) for name in mine if name in theirs]
    pairs = equal[:1] or [(a, b) for a in mine for b in theirs]
    return max((_compare(a, b, (one, other)) for a, b in pairs), key=lambda found: found.score)


def _place(one: Portrait, other: Portrait, best: Comparison) -> Finding:
    """Weigh places: spellings that are only near need people in common."""
    generic = _is_generic(one) or _is_generic(other)
    near = any(how not in _EQUAL for how, *_ in best.evidence)
    if not generic and not near:
        return find(best.score, _reasons(best))
    company = shared(one.around, other.around)
    each = _COMPANY if generic else 2 * _COMPANY
    return find(min(best.score, _LIKE) + each * min(2, len(company)), _reasons(best))


def _weighed(one: Portrait, other: Portrait, best: Comparison, *, together: bool) -> Finding:
    """Weigh bodies, laws and events: by their country, and by the people around them."""
    reasons = _reasons(best)
    generic = _is_generic(one) or _is_generic(other)
    base = (_GENERIC if generic else _NAMED) + (best.score - 1) / 2
    pairs = [(a, b) for a in one.places for b in other.places]
    agreed = next((a for a, b in pairs if same_place(a, b)), None)
    if agreed:
        base, reasons = base + _PLACE, (*reasons, f"both are of “{agreed}”")
    elif pairs:
        return find(base - _ABROAD, (*reasons, "they are of different places"))
    elif generic and all(len(_telling(_bare_of(p))) < 2 for p in (one, other)):
        base -= _ONE_WORD
    company = () if together else shared(one.around, other.around)
    if company:
        names = ", ".join(f"“{name}”" for name in company[:3])
        reasons = (*reasons, f"both are named beside {names}")
    return find(base + _COMPANY * min(2, len(company)) - _TOGETHER * together, reasons)


def _is_generic(portrait: Portrait) -> bool:
    return all(is_generic(name, portrait.places) for name in _spelt(portrait))


def _reasons(best: Comparison) -> tuple[str, ...]:
    return tuple(reason.text for reason in best.reasons[:3])


def _spelt(portrait: Portrait) -> list[str]:
    return list(portrait.names)[:_SPELLINGS]


def _compare(one: str, other: str, whose: tuple[Portrait, Portrait]) -> Comparison:
    if one == other:
        return Comparison(1.0, ((How.EQUAL, 1.0, one, other),))
    left, right = country_of(one), country_of(other)
    if left or right:
        return Comparison(float(left == right), ((How.SOUNDS, float(left == right), one, other),))
    if whose[0].type is EntityType.PLACE:
        return _bodies(_unstyled(one), _unstyled(other))
    short, long = (bare(n, tuple(p.places)) for n, p in zip((one, other), whose, strict=True))
    apart = _unlike(short.split(), long.split()) or _two_acronyms(one, other)
    found = _NOTHING if apart else _bodies(short, long)
    if found.score < _ENOUGH and _is_short_form(*sorted((short, long), key=len)):
        return Comparison(_SHORT_FORM, ((How.EXTRA, _SHORT_FORM, one, other),))
    return found


def _two_acronyms(one: str, other: str) -> bool:
    """Say whether both names are a few capital letters: one other letter is another body."""
    both = [re.sub(r"\W", "", name) for name in (one, other)]
    return all(name.isupper() and len(name) <= _ACRONYM for name in both) and both[0] != both[1]


def _unlike(one: list[str], other: list[str]) -> bool:
    """Say at a glance that one name has far more words than the other, which is no acronym."""
    few, many = sorted((one, other), key=len)
    return 2 * len(few) < len(many) and (len(few) != 1 or len(few[0]) > _ACRONYM)


def _is_short_form(short: str, long: str) -> bool:
    """Say whether a name is the beginning of a longer one, and tells a body from others."""
    words, rest = short.split(), long.split()[len(short.split()) :]
    further = long.split()[: len(words)] == words and rest[:1] and rest[0] in _purposes()
    return bool(further) and len(_telling(short)) > 1 and not is_generic(short)


def _telling(name: str) -> list[str]:
    return [word for word in name.split() if word not in _empty()]


@lru_cache(maxsize=1 << 14)
def _unstyled(name: str) -> str:
    """Return the name of a place without the style of a state before it."""
    words = list(plain_words(name))
    styled = next((i for i, word in enumerate(words) if word not in _styles()), len(words))
    return " ".join(words[styled:]) if 0 < styled < len(words) else name


@cache
def _purposes() -> frozenset[str]:
    """Return the words after which the name of a body says what it is for."""
    return frozenset(load("institution")["purposes"].split())


@cache
def _styles() -> frozenset[str]:
    return frozenset(load("institution")["styles"].split())


@lru_cache(maxsize=1 << 15)
def _bodies(one: str, other: str) -> Comparison:
    return compare_bodies(parse_body(one), parse_body(other))


@lru_cache(maxsize=1 << 15)
def bare(name: str, places: tuple[str, ...]) -> str:
    """Return the name of a body without its country or place, if anything is left of it."""
    words = list(plain_words(name))
    gone = {i for _, start, end in countries_in(name) for i in range(start, end)}
    for place in places:
        own = plain_words(place)
        stem = own[0][:-2] if own and len(own[0]) > 5 else "".join(own)
        for i in range(len(words)):
            if tuple(words[i : i + len(own)]) == own:
                gone |= set(range(i, i + len(own)))
            elif len(own) == 1 and len(stem) > 3 and words[i].startswith(stem):
                gone.add(i)
    left = [word for i, word in enumerate(words) if i not in gone]
    return " ".join(left) if any(word not in _empty() for word in left) else " ".join(words)


def _bare_of(portrait: Portrait) -> str:
    """Return the first name of a portrait without its place."""
    return bare(next(iter(portrait.names)), tuple(portrait.places))


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("bodies")["empty"].split()) | {"s", "l", "d"}


@cache
def _generic() -> frozenset[str]:
    table = load("institution")
    return frozenset(word for key in ("bodies", "places", "laws") for word in table[key].split())


def is_generic(name: str, places: Iterable[str] = ()) -> bool:
    """Say whether a name, without its country, could be that of many bodies."""
    words = [w for w in bare(name, tuple(places)).split() if w not in _empty()]
    return all(re.sub(r"(?:s|es)$", "", w) in _generic() or w in _generic() for w in words)
