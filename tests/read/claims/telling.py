"""Letters of an invented country, read with the stages that claims rest on."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from habeas.model import Anatomy, Claim, Document
from habeas.read.anatomy import read_anatomy
from habeas.read.claims import read_claims
from habeas.read.dates import find_dates
from habeas.read.names import Names, read_names
from habeas.read.sheet import Sheet, make_sheet
from habeas.read.voices import read_voices

LETTER = "Dear Minister,\n\n{}\n\nThis is all that we have to say to you about it.\n\nAna Rovel\n"


@cache
def read(text: str) -> tuple[Sheet, Names, tuple[Claim, ...]]:
    """Return a text laid out, its names and its claims."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    sheet = make_sheet(Document(path="x.txt", sha256=digest, media_type="text/plain", text=text))
    anatomy: Anatomy = read_anatomy(sheet)
    names = read_names(sheet, anatomy)
    dates = find_dates(text, language="en", anchor=None)
    return sheet, names, read_claims(sheet, anatomy, names, dates=dates, voices=read_voices(sheet))


def told(sentence: str) -> list[Claim]:
    """Return the claims of a sentence that stands in a letter."""
    text = LETTER.format(sentence)
    start = text.index(sentence)
    found = read(text)[2]
    return [c for c in found if start <= c.span.start and c.span.end <= start + len(sentence)]


def words(sentence: str, claim: Claim) -> str:
    return claim.span.of(LETTER.format(sentence))


def who(sentence: str, ids: Iterable[str]) -> set[str]:
    """Return the names of entities of the letter; reserved ids stay."""
    names = {one.id: one.name for one in read(LETTER.format(sentence))[1].entities}
    return {names.get(one, one) for one in ids}
