"""Measure what happened to whom on HRDsAttack: read news, write the main event of each text.

    python benchmarks/events.py DOCS.jsonl > PRED.jsonl

Everything goes through `read_document`, as users get it. The benchmark has one event a document,
with its own six kinds of violation; which claims make that event is decided here.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from habeas.flow import read_document
from habeas.model import Claim, Document, EntityType, Modality, Reading

Line = dict[str, Any]

# HRDsAttack's kinds of violation for our types of claim; harm of other types is "other".
VIOLATIONS = {
    "arrest": "arbitrary detention",
    "detention": "arbitrary detention",
    "denial_of_access": "arbitrary detention",
    "forced_psychiatric_commitment": "arbitrary detention",
    "solitary_confinement": "arbitrary detention",
    "disappearance": "enforced disappearance",
    "whereabouts_undisclosed": "enforced disappearance",
    "kidnapping": "kidnapping",
    "killing": "killing",
    "death_in_custody": "killing",
    "execution": "killing",
    "shooting_of_demonstrators": "killing",
    "death": "killing",
    "genocide": "killing",
    "torture": "torture",
    "coerced_confession": "torture",
}
OTHER = frozenset(
    {
        "abuse_by_security_services",
        "assault",
        "attack_on_journalists",
        "deportation",
        "forced_flight",
        "human_rights_violations",
        "ill_treatment",
        "occupation",
        "persecution",
        "pressure",
        "propaganda",
        "property_destruction",
        "repression",
        "threat",
    }
)
LAWFUL = frozenset({"arrest", "detention"})
# Who is arrested for the violation is not its victim.
CULPRITS = re.compile(
    r"\b(?:suspect|kidnapper|abductor|gunm[ae]n|attacker|assailant|killer|murderer|trafficker|robber"
    r"|bandit|terrorist|criminal|fugitive|rapist|thug|gang|syndicate|culprit|perpetrator)",
    re.IGNORECASE,
)
LEAD = 1_200  # characters at the head of a news text that tell its main event
ENOUGH = 3  # weight from which a kind of violation is part of the main event; "other" needs more
PASSING = 10  # whoever is told of so many times less than the main victim is none


def document(line: Mapping[str, str]) -> Document:
    """Return the news text as a page prints it: headline, date, text."""
    text = f"{line.get('title', '')}\n{line.get('date', '')}\n\n{line['text']}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(path=line["id"], sha256=digest, media_type="text/plain", text=text)


def predict(docs: Iterable[Mapping[str, str]]) -> Iterator[Line]:
    """Yield the main event of each document."""
    for line in docs:
        yield {"id": line["id"], "event": event(read_document(document(line)))}


def event(reading: Reading) -> Line:
    """Return the main event of a document."""
    harms = [claim for claim in reading.claims if violation(claim)]
    harms = [claim for claim in harms if not is_answer(claim, harms, reading.document.text)]
    kinds = main_kinds(harms)
    main = [claim for claim in harms if violation(claim) in kinds]
    return {
        "victims": victims(reading, main),
        "violation_types": sorted(kinds),
        "perpetrator_type": perpetrator(reading, main),
        **when(main),
        **where(reading, main),
    }


def violation(claim: Claim) -> str | None:
    """Return the benchmark's kind of violation for a claim that something was done."""
    if claim.modality is not Modality.ASSERTED:
        return None
    return VIOLATIONS.get(claim.type) or ("other" if claim.type in OTHER else None)


def is_answer(claim: Claim, harms: list[Claim], text: str) -> bool:
    """Say whether an arrest answers a violation: it takes whoever is said to have done one."""
    if violation(claim) != "arbitrary detention":
        return False
    doers = {one for harm in harms if harm.type not in LAWFUL for one in harm.actors}
    return bool(CULPRITS.search(claim.span.of(text))) or bool(doers.intersection(claim.victims))


def main_kinds(harms: list[Claim]) -> set[str]:
    """Return the kinds of violation that the lead tells, or the text tells often."""
    weights: Counter[str] = Counter()
    for claim in harms:
        weights[str(violation(claim))] += weight(claim)
    kinds = {kind for kind, heavy in weights.items() if heavy >= ENOUGH + (kind == "other")}
    return kinds or {kind for kind, _ in weights.most_common(1)}


def weight(claim: Claim) -> int:
    """Return what a claim counts: more at the head of the text, more with a victim."""
    return 1 + (claim.span.start < LEAD) + bool(claim.victims)


def victims(reading: Reading, main: list[Claim]) -> list[str]:
    """Return the names of the people to whom the main event was done, but none told in passing."""
    people = {
        entity.id: entity.name
        for entity in reading.entities
        if entity.type is EntityType.PERSON and not entity.name.startswith("[")
    }
    weights: Counter[str] = Counter()
    for claim in main:
        for one in people.keys() & set(claim.victims):
            weights[one] += weight(claim)
    most = max(weights.values(), default=0)
    return sorted({people[one] for one, heavy in weights.items() if heavy * PASSING >= most})


def perpetrator(reading: Reading, main: list[Claim]) -> str | None:
    """Return the benchmark's kind of perpetrator by what the actors are."""
    types = {entity.id: entity.type for entity in reading.entities}
    found = Counter(types[one] for claim in main for one in claim.actors if one in types)
    if not found:
        return "state actor" if main else None
    return "state actor" if found[EntityType.PUBLIC_BODY] or found[EntityType.PLACE] else None


def when(main: list[Claim]) -> Line:
    """Return the date of the first claim of the main event that has one."""
    dated = (claim.date.edtf for claim in main if claim.date and claim.date.edtf)
    parts = [*next(dated, "").split("-"), "", ""][:3]
    return {
        name: part if part.isdigit() else None
        for name, part in zip(("year", "month", "day"), parts, strict=True)
    }


def where(reading: Reading, main: list[Claim]) -> Line:
    """Return the commonest place of the main event; which level it is, the reader cannot say."""
    names = {entity.id: entity.name for entity in reading.entities}
    found = Counter(names[one] for claim in main for one in claim.place)
    country = next((name for name, _ in found.most_common(1)), None)
    return {"city": None, "region": None, "country": country}


def main() -> None:
    """Write the predictions of a file to standard output."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for one in predict(json.loads(line) for line in lines):
            print(json.dumps(one, ensure_ascii=False))


if __name__ == "__main__":
    main()
