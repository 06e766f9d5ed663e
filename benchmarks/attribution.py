"""Measure who-says-what on PolNeAR: read documents, write source, cue and content of each voice.

    python benchmarks/attribution.py DOCS.jsonl > PRED.jsonl

Everything goes through `make_sheet` and `read_voices`, as users get it. Prints speed on stderr.
"""

import hashlib
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from habeas.model import Document, Span
from habeas.read.sheet import Sheet, make_sheets
from habeas.read.voices import Voice, read_voices

Line = dict[str, Any]


def documents(lines: Iterable[Mapping[str, str]]) -> Iterator[Document]:
    """Yield the documents of benchmark lines, which have an `id` and a `text`."""
    for line in lines:
        digest = hashlib.sha256(line["text"].encode()).hexdigest()
        yield Document(path=line["id"], sha256=digest, media_type="text/plain", text=line["text"])


def predict(docs: Iterable[Mapping[str, str]]) -> Iterator[Line]:
    """Yield one line of attributions for each document."""
    for sheet in make_sheets(documents(docs)):
        yield {"id": sheet.document.path, "attributions": attributions(sheet)}


def attributions(sheet: Sheet) -> list[Line]:
    """Return the outermost voices of a document as PolNeAR has them: the cue is the verb group."""
    voices = [voice for voice in read_voices(sheet) if voice.nested_in is None and counts(voice)]
    return [attribution(sheet.text, voice) for voice in voices]


# Constructions in which PolNeAR counts a voice though the text names no source.
UNSOURCED = frozenset({"that", "quote", "passive-to", "name", "as", "noun-that"})


def counts(voice: Voice) -> bool:
    """Say whether PolNeAR would have this voice: somebody says it, in so many words."""
    return voice.verb is not None and (voice.source is not None or voice.frame in UNSOURCED)


def attribution(text: str, voice: Voice) -> Line:
    """Return the three roles of a voice; PolNeAR keeps "that" with the content."""
    first, *rest = voice.parts
    return {
        "source": spans(voice.source_span),
        "cue": spans(voice.verb),
        "content": spans(with_that(text, first), *rest),
    }


def with_that(text: str, part: Span) -> Span:
    """Return a content with the "that" before it."""
    before = text[max(0, part.start - 5) : part.start]
    return Span(part.start - 5, part.end) if before.lower() == "that " else part


def spans(*places: Span | None) -> list[list[int]]:
    """Return places as pairs of offsets."""
    return [[place.start, place.end] for place in places if place is not None]


def main() -> None:
    """Read the file that the command line names; write a line a document."""
    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    started = time.perf_counter()
    for line in predict(lines):
        print(json.dumps(line))
    seconds = time.perf_counter() - started
    chars = sum(len(line["text"]) for line in lines)
    print(f"{chars} characters in {seconds:.1f} s: {chars / seconds:.0f} a second", file=sys.stderr)


if __name__ == "__main__":
    main()
