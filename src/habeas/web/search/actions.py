"""What may be done to the index: put a document in, take one out."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from habeas.model import Reading, Span
from habeas.web.keying import number
from habeas.web.packing import pack, unpack
from habeas.web.search.backend import Entry, passage_number
from habeas.web.search.backend import index as words_index
from habeas.web.search.label import label, unlabel
from habeas.web.search.lemma import known, lemma
from habeas.web.search.models import Indexed
from habeas.web.search.passage import passages
from habeas.web.search.spelling import forget, held, keep
from habeas.web.search.word import fold, printed_words
from habeas.web.sources.models import Document


def index(document: Document, reading: Reading) -> None:
    """Put the passages of a document into the index, with its labels and the names in it."""
    text = reading.document.text
    cut = passages(text)
    entries = list(entries_of(document, text, cut))
    words_index().put(entries)
    lengths = pack([len(span) for span in cut])
    Indexed.objects.create(document=document, lengths=lengths, digest=_digest(entries))
    keep(reading)
    label(document, reading)


def drop(document: Document) -> None:
    """Take a document out of the index, so that no word is left that no other document prints."""
    row = Indexed.objects.filter(document=document).first()
    if row is None:
        return
    entries = _put_in(document, row)
    words_index().take_out(entries)
    names = held({form for entry in entries for form in entry.forms})
    forget(names - words_index().left(names))
    unlabel(document)
    row.delete()


def entries_of(document: Document, text: str, cut: Iterable[Span]) -> Iterator[Entry]:
    """Yield what goes into the index of each passage that has words."""
    language = known(document.language)
    for place, span in enumerate(cut):
        printed = [word for word in printed_words(span.of(text)) if fold(word)]
        if printed:
            yield Entry(
                passage=passage_number(document.number, place),
                forms=[fold(word) for word in printed],
                lemmas=[_lemma(word, language) for word in printed],
            )


@lru_cache(maxsize=1 << 16)
def _lemma(printed: str, language: str) -> str:
    """Return the lemma of a word, "" where it is the word itself or not known."""
    found = lemma(printed, language)
    return found if found and found != fold(printed) else ""


def _put_in(document: Document, row: Indexed) -> list[Entry]:
    """Return what was put into the index of a document.

    Made again from its text; another Habeas may have made it otherwise, then the index is asked.
    """
    text = unpack(bytes(document.text))
    entries = list(entries_of(document, text, spans(row)))
    if _digest(entries) == row.digest:
        return entries
    return words_index().held(document.number)


def spans(row: Indexed) -> list[Span]:
    """Return the passages of a document."""
    found, start = list[Span](), 0
    for length in unpack(bytes(row.lengths)):
        found.append(Span(start, start + length))
        start += length
    return found


def _digest(entries: Iterable[Entry]) -> int:
    """Return the number that stands for all words of a document."""
    return number("\n".join(" ".join([*one.forms, *one.lemmas]) for one in entries))
