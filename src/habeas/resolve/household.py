"""Compose kin: what the ties that one document states make likely of others.

The mother of a man's child may be his wife, a sister of his child may be his child. It states
nothing: what is composed is marked so, and nothing is composed where a document knows of others
who may be meant.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from habeas.model import Reading
from habeas.resolve.country import plain_words
from habeas.resolve.lexicon import load
from habeas.resolve.portrait import Way

_NO_KIN = frozenset({"member_of", "opponent_of"})
_MOST = 12  # ties of one sort that somebody has; of more, as of a clan, nothing is composed
type _Kin = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie inside one document: `one` is `relation` the `other`, both by their ids."""

    relation: str
    one: str
    other: str
    way: Way = Way.STATED


def is_kin(relation: str) -> bool:
    """Say whether a relation ties people to people and not to a seat."""
    return relation.endswith("_of") and relation not in _NO_KIN


def bonds(reading: Reading, genders: Mapping[str, str | None]) -> list[Bond]:
    """Return who is whose in a reading, each tie from both ends: what is stated, then composed."""
    stated, sure = list[Bond](), list[Bond]()
    for tie in reading.relations:
        if is_kin(tie.type):
            words = plain_words(tie.span.of(reading.document.text))
            both = _ends(Bond(tie.type, tie.source, tie.target, _way(tie.type, words)))
            stated += both
            sure += [] if _listed("loose") & set(words) else both
    stated = _one_of_several(stated, {one.id for one in reading.entities if one.mentions})
    return [*stated, *compose(sure, genders)]


def _ends(bond: Bond) -> list[Bond]:
    """Return a tie from both of its ends."""
    turned = load("portrait")["turned"].get(bond.relation, bond.relation)
    return [bond, Bond(turned, bond.other, bond.one, bond.way)]


def _way(relation: str, words: Iterable[str]) -> Way:
    several, spouses = _listed("several"), _listed("spouses")
    if relation == "spouse_of" and any(
        one in several and other in spouses for one, other in pairwise(words)
    ):
        return Way.SEVERAL
    return Way.STATED


def _listed(key: str) -> frozenset[str]:
    return frozenset(load("portrait")["kin"][key].split())


def _one_of_several(stated: list[Bond], named: Collection[str]) -> list[Bond]:
    """Return ties with those of marriage marked where one document names two spouses of one."""
    spouses = _kin((one for one in stated if one.one in named), "spouse_of", turned=True)
    many = {one for one, found in spouses.items() if len(found) > 1}
    return [
        replace(one, way=Way.SEVERAL)
        if one.relation == "spouse_of" and not many.isdisjoint({one.one, one.other})
        else one
        for one in stated
    ]


def _kin(stated: Iterable[Bond], relation: str, *, turned: bool = False) -> dict[str, set[str]]:
    """Return to whom each is `relation`; `turned`: who is so to each."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in stated:
        if one.relation == relation and one.one != one.other:
            key, value = (one.other, one.one) if turned else (one.one, one.other)
            found[key].add(value)
    return {key: values for key, values in found.items() if len(values) <= _MOST}


def compose(stated: Collection[Bond], genders: Mapping[str, str | None]) -> list[Bond]:
    """Return the ties that follow, perhaps, from stated ones, which stand from both ends."""
    parents, spouses = _kin(stated, "child_of"), _kin(stated, "spouse_of")
    found = [
        *_couples(parents, spouses, genders),
        *_of_siblings(parents, _kin(stated, "sibling_of")),
        *_of_spouses(parents, spouses),
    ]
    known = {frozenset((one.one, one.other)) for one in stated}
    new: dict[frozenset[str], set[Bond]] = defaultdict(set)
    for bond in found:
        new[frozenset((bond.one, bond.other))].add(bond)
    clear = (_clear(ties) for pair, ties in new.items() if len(pair) > 1 and pair not in known)
    return [end for bond in clear if bond for end in _ends(bond)]


def _clear(ties: Collection[Bond]) -> Bond | None:
    """Return the one tie that follows of two people; None where several follow."""
    best = min(ties, key=lambda bond: bond.way)
    return best if all(replace(bond, way=best.way) == best for bond in ties) else None


def _couples(parents: _Kin, spouses: _Kin, genders: Mapping[str, str | None]) -> Iterator[Bond]:
    """Yield a child's mother and father as a couple, unless either is said to have another."""
    for both in parents.values():
        if sorted(genders.get(one) or "" for one in both) == ["f", "m"]:
            mother, father = sorted(both, key=lambda one: genders.get(one) or "")
            others = {*spouses.get(mother, ()), *spouses.get(father, ())}
            if others <= {mother, father}:
                yield Bond("spouse_of", mother, father, Way.CHILDREN)


def _of_siblings(parents: _Kin, siblings: _Kin) -> Iterator[Bond]:
    """Yield those whose parents nobody tells as children of the parents of their siblings."""
    for one, others in siblings.items():
        if one not in parents:
            found = {parent for other in others for parent in parents.get(other, ())}
            yield from (Bond("child_of", one, parent, Way.SIBLING) for parent in sorted(found))


def _of_spouses(parents: _Kin, spouses: _Kin) -> Iterator[Bond]:
    """Yield a child of whom one parent is told as a child of that parent's only spouse."""
    for child, told in parents.items():
        mates = {mate for parent in told for mate in spouses.get(parent, ())} - {child}
        if len(told) == len(mates) == 1:
            yield Bond("child_of", child, mates.pop(), Way.MARRIAGE)
