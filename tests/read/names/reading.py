"""Letters of an invented country, read once a session."""

from functools import cache
from hashlib import sha256

from habeas.model import Document
from habeas.read.anatomy import read_anatomy
from habeas.read.names import Names, read_names
from habeas.read.sheet import Sheet, make_sheet

# So many words that the language of a short example is sure.
TAIL = "\n\nThis is all that the letter says, and there was nothing else to be read in it.\n"


@cache
def read(text: str) -> tuple[Sheet, Names]:
    text = text + TAIL if text.isascii() or "’" in text or "“" in text else text
    digest = sha256(text.encode()).hexdigest()
    document = Document(path="x.txt", sha256=digest, media_type="text/plain", text=text)
    sheet = make_sheet(document)
    return sheet, read_names(sheet, read_anatomy(sheet))


def named(text: str) -> dict[str, list[str]]:
    """Return each entity's printed forms by its name."""
    sheet, names = read(text)
    return {one.name: [span.of(sheet.text) for span in one.mentions] for one in names.entities}


def kinds(text: str) -> dict[str, str]:
    return {one.name: str(one.type) for one in read(text)[1].entities if one.mentions}


def who(text: str, word: str, *, last: bool = False) -> set[str]:
    """Return the names of those whom a word of the text denotes; ids that are reserved stay."""
    sheet, names = read(text)
    found = [(p, token) for p in sheet.parsed() for token in p.doc or () if token.text == word]
    passage, token = found[-1 if last else 0]
    reserved = {"author", "page"}
    return {id_ if id_ in reserved else names.get(id_).name for id_ in names.who(passage, token)}


def introduced(text: str, word: str) -> set[str]:
    """Return the names of those whom a word denotes, unnamed participants introduced."""
    sheet, _ = read(text)
    names = read_names(sheet, read_anatomy(sheet))
    found = [(p, token) for p in sheet.parsed() for token in p.doc or () if token.text == word]
    ids = names.introduce(*found[0])
    assert set(ids) <= {"author", *(one.id for one in names.entities)}
    return {id_ if id_ == "author" else names.get(id_).name for id_ in ids}
