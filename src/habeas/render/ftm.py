"""Write the ledger as FollowTheMoney entities (followthemoney.tech, schemata of version 4).

That model has no place for who says so. So a person gets names and nothing else; every claim is an
entity of its own with the document as its proof and the speaker in its words; what nobody asserts
(feared, denied, demanded …) is a note, never an event. Ids hold numbers, no names.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from habeas.model import EntityType, Modality

type Thing = dict[str, Any]

SCHEMATA: Mapping[EntityType, str] = MappingProxyType(
    {
        EntityType.PERSON: "Person",
        EntityType.ORGANIZATION: "Organization",
        EntityType.PUBLIC_BODY: "PublicBody",
        EntityType.PLACE: "Address",
        EntityType.TREATY: "Note",
        EntityType.NAMED_EVENT: "Event",
    }
)
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.PUBLIC_BODY})
ACTORS = BODIES | {EntityType.PERSON}  # what the model calls a LegalEntity
KIN = frozenset({"spouse_of", "child_of", "parent_of", "sibling_of", "relative_of"})
_MEMBERS = frozenset({"member_of", "affiliated_with"})
# The model's languages are those of ISO 639-3.
_LANGUAGES = {"en": "eng", "ru": "rus", "fr": "fra", "uk": "ukr", "kk": "kaz", "es": "spa"}
_LANGUAGES |= {"de": "deu", "pl": "pol", "it": "ita", "tr": "tur", "ar": "ara", "he": "heb"}
_LANGUAGES |= {"ko": "kor", "zh": "zho", "be": "bel", "ky": "kir", "uz": "uzb", "pt": "por"}
_NAME, _STRING, _TEXT, _ADDRESS = 384, 1024, 65000, 250  # characters that a property takes
_LIMITS = {"name": _NAME, "alias": _NAME, "weakAlias": _NAME, "author": _STRING, "role": _STRING}
_LIMITS |= {"full": _ADDRESS, "location": _ADDRESS, "title": _STRING, "fileName": _STRING}
# A year, a month or a day; what is uncertain or approximate has no form in the model.
_DAY = r"[1-9]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_PLAIN = re.compile(_DAY)


def thing(name: str, schema: str, /, **properties: Any) -> Thing:
    """Return an entity with this id; what is None or empty is left out."""
    found = {key: _values(key, value) for key, value in properties.items()}
    kept = {key: values for key, values in found.items() if values}
    return {"id": name, "schema": schema, "properties": kept}


def _values(key: str, value: Any) -> list[str]:
    many = value if isinstance(value, list | tuple) else [value]
    texts = (_fit(str(one), _LIMITS.get(key, _TEXT)) for one in many if one is not None)
    return list(dict.fromkeys(text for text in texts if text))


def _fit(text: str, limit: int) -> str:
    """Return a text on one line, cut where the model takes no more."""
    line = " ".join(text.replace("\0", " ").split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def somebody(name: str, kind: EntityType, spellings: list[str]) -> Thing:
    """Return a person, body, place, treaty or named event; the first spelling is the main one."""
    first, *others = spellings
    if kind is EntityType.PLACE:
        return thing(name, "Address", full=first, name=first, alias=others)
    whole = [one for one in others if " " in one]
    single = [one for one in others if " " not in one]
    keywords = kind.value if kind is EntityType.TREATY else None
    made = thing(name, SCHEMATA[kind], name=first, keywords=keywords)
    return _with(made, thing(name, "", alias=whole, weakAlias=single))


def _with(one: Thing, other: Thing) -> Thing:
    return {**one, "properties": {**one["properties"], **other["properties"]}}


def language(code: str | None) -> str | None:
    """Return the model's code of a language, None where it is not known here."""
    return _LANGUAGES.get(code or "")


def dates(edtf: str | None) -> dict[str, str]:
    """Return an EDTF date as the model's properties, without what only EDTF can say."""
    start, slash, end = (edtf or "").partition("/")
    if not slash:
        return {"date": start} if _PLAIN.fullmatch(start) else {}
    found = {"startDate": start, "endDate": end}
    return {key: day for key, day in found.items() if _PLAIN.fullmatch(day)}


def claim_schema(modality: str) -> str:
    """Return the schema of a claim: an event only where somebody asserts it."""
    return "Event" if modality == Modality.ASSERTED else "Note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A relation that a text states between two entities, by id and type."""

    type: str
    source: str
    target: str
    source_type: EntityType
    target_type: EntityType


def tie(name: str, found: Tie, **more: Any) -> Thing:
    """Return a relation in the schema that suits those whom it ties."""
    role = found.type.replace("_", " ")
    ends = (found.source_type, found.target_type)
    if found.type in KIN and ends == (EntityType.PERSON, EntityType.PERSON):
        # The text says "X spouse of Y": X is Y's relative.
        both = {"person": found.target, "relative": found.source}
        return thing(name, "Family", **both, relationship=role.removesuffix(" of"), **more)
    if found.type in _MEMBERS and ends[0] in ACTORS and ends[1] in BODIES:
        both = {"member": found.source, "organization": found.target}
        return thing(name, "Membership", **both, role=role, **more)
    both = {"subject": found.source, "object": found.target}
    return thing(name, "UnknownLink", **both, role=role, **more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the words of a value are: code points in the text layer of the document with a digest.

    `around` is how many code points the quote selector shows on either side.
    """

    document: str
    sha256: str
    start: int
    end: int
    around: int = 32

    def selectors(self, text: str) -> list[dict[str, Any]]:
        """Return the W3C selectors by position and by quote (w3.org/TR/annotation-model, 4.2)."""
        quote = {
            "prefix": text[max(0, self.start - self.around) : self.start],
            "exact": text[self.start : self.end],
            "suffix": text[self.end : self.end + self.around],
        }
        position = {"start": self.start, "end": self.end}
        return [
            {"type": "TextPositionSelector", **position},
            {"type": "TextQuoteSelector", **quote},
        ]


def span(entity: Thing, key: str, place: Place, text: str) -> dict[str, Any]:
    """Return the line of the companion that says which words a property rests on."""
    return {
        "entity": entity["id"],
        "property": key,
        "value": next(iter(entity["properties"].get(key, ())), None),
        "document": place.document,
        "sha256": place.sha256,
        "selector": place.selectors(text),
    }


def joined(words: Iterable[str | None]) -> str:
    """Return the parts of a description that there are, as sentences."""
    return " ".join(f"{one}." for one in words if one)
