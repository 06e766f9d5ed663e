"""Read lines that set a speaker before a colon: transcripts, and headlines such as "Union: …".

A transcript has several lines, by at least two speakers, whose names are in capitals. A place or a
topic before a colon is no speaker.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from habeas.model import QuotationKind
from habeas.read.voices.cues import Use
from habeas.read.voices.draft import Draft, trim
from habeas.read.voices.page import Page
from habeas.read.voices.voice import Stance

LINES = 3  # labelled lines that make a transcript
WORDS = 4  # of a speaker's name, at most
_LABEL = re.compile(r"[\"“]?((?:[A-Z][A-Z.’'-]*\s?){1,4}):\s+\S")
_SPEECH = Use(Stance.SAID, worded=True)
_HEADLINE = Use(Stance.SAID, worded=False)
_SPEAKERS = frozenset({"PERSON", "ORG"})
_SURVEYS = frozenset({"poll", "report", "study", "survey", "analysis", "expert", "official"})


def read_labels(pages: Sequence[Page]) -> Iterator[Draft]:
    """Yield a draft for each labelled line of a transcript, and for a labelled headline."""
    labels = {page.at: found[1] for page in pages if (found := _LABEL.match(page.passage.text))}
    counts = Counter(labels.values())
    if len(labels) >= LINES and len(counts) > 1 and max(counts.values()) > 1:
        for page in pages:
            if page.at in labels and (draft := _draft(page, _SPEECH)) is not None:
                draft.kind = QuotationKind.DIRECT
                yield draft
    elif pages and _is_headline(pages[0]) and (draft := _draft(pages[0], _HEADLINE)) is not None:
        yield draft


def _colon(page: Page) -> int | None:
    return next((t.i for t in page.doc[: WORDS + 3] if t.text == ":" and t.i), None)


def _is_headline(page: Page) -> bool:
    colon = _colon(page)
    if colon is None or colon > WORDS or len(list(page.doc.sents)) > 2:
        return False
    return _may_speak(page.doc[colon - 1])


def _may_speak(token: Token) -> bool:
    if token.lemma_.lower() in _SURVEYS:
        return True
    return token.pos_ == "PROPN" and token.ent_type_ in _SPEAKERS and not token.text.isupper()


def _draft(page: Page, use: Use) -> Draft | None:
    colon = _colon(page)
    if colon is None:
        return None
    content, label = trim(page.doc, (colon + 1, len(page.doc))), trim(page.doc, (0, colon))
    if content is None or label is None:
        return None
    return Draft(
        head=page.doc[colon],
        verb=(colon, colon + 1),
        frame="label",
        use=use,
        at=page.at,
        contents=[(page.at, content)],
        source=page.doc[label[1] - 1],
        printed=label,
    )
