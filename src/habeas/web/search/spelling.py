"""Keep the words of all names, and find for a word that is typed the spellings that are printed.

It compares words. That two are spellings of one name does not say that they are of one person.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.db.models.functions import Abs, Length

from habeas.model import Entity, EntityType, Reading
from habeas.resolve import SAME, How, compare, keys
from habeas.web.keying import hashed
from habeas.web.search.lemma import is_listed, known
from habeas.web.search.models import NameKey, NameWord
from habeas.web.search.word import Word, words

MOST = 60  # spellings of one word that are looked for, the nearest first
_LOOKED_AT = 400  # words that share a key
_LOOKED_AT_FOR_COMMON = 100  # only names of the same sound are wanted, and those are of like length
_APART = 4  # letters by which spellings of one name differ in length
_SHORTEST = 3  # letters; shorter words are like too many others
# "may" and "court" are words before they are names: only a name of the same sound is meant too.
_SOUNDS_SAME = 0.9
_GENDERS = frozenset({How.GENDER, How.WOMAN})
_GENDERED = 0.4  # what a man's and a woman's form of one name score at least
_PERSON = EntityType.PERSON
_NAMED = (EntityType.PERSON, EntityType.PLACE)


@dataclass(frozen=True, slots=True)
class Typed:
    """A word that somebody typed, the languages that it may be of, and whether one lists it."""

    word: Word
    languages: tuple[str, ...]

    @property
    def common(self) -> bool:
        """Say whether it is in a dictionary."""
        return any(is_listed(self.word.printed, known(one)) for one in self.languages)


def keep(reading: Reading) -> None:
    """Keep the words of the names in a reading."""
    found = set(name_words(reading))
    held = NameWord.objects.filter(word__in=found).values_list("word", flat=True)
    new = sorted(found - set(held))
    rows = NameWord.objects.bulk_create(NameWord(word=word) for word in new)
    NameKey.objects.bulk_create(
        NameKey(word=row, key=key) for row in rows for key in sorted(_main_keys(row.word))
    )


def forget(gone: Collection[str]) -> None:
    """Forget words of names that no document prints any more."""
    NameWord.objects.filter(word__in=gone).delete()


def held(candidates: Collection[str]) -> set[str]:
    """Return those of these words that are kept."""
    return set(NameWord.objects.filter(word__in=candidates).values_list("word", flat=True))


def name_words(reading: Reading) -> Iterator[str]:
    """Yield the words, folded, of the names in a reading.

    Of bodies only what the dictionary does not list: a ministry is no name of a person.
    """
    text, language = reading.document.text, known(reading.anatomy.language)
    for entity in reading.entities:
        for word in _words_of(entity, text):
            if len(word.form) < _SHORTEST or word.form.isdecimal() or word.printed.islower():
                continue
            if entity.type in _NAMED or not is_listed(word.printed, language):
                yield word.form


def _words_of(entity: Entity, text: str) -> Iterator[Word]:
    printed = {mention.of(text) for mention in entity.mentions}
    for name in sorted(printed):
        yield from words(name)


def spellings(typed: Typed) -> dict[str, float]:
    """Return the words of names that a word may be another spelling of, the nearest first."""
    form = typed.word.form
    if len(form) < _SHORTEST or form.isdecimal():
        return {}
    least, most = (_SOUNDS_SAME, _LOOKED_AT_FOR_COMMON) if typed.common else (SAME, _LOOKED_AT)
    scores = {word: _score(form, word, least) for word in _near(form)[:most]}
    best = sorted((-score, word) for word, score in scores.items() if score and word != form)
    return {word: -score for score, word in best[:MOST]}


def _near(form: str) -> QuerySet[NameKey, str]:
    """Return words of names that share a key with a word, those of like length first."""
    shared = NameKey.objects.filter(key__in=hashed(keys(form, kind=_PERSON)))
    ranked = shared.annotate(apart=Abs(Length(F("word__word")) - len(form)))
    like = ranked.filter(apart__lte=_APART).order_by("apart", "word_id")
    return like.values_list("word__word", flat=True).distinct()


def _score(form: str, word: str, least: float) -> float:
    """Return how near a word of a name is to what was typed; 0 where another name is meant.

    A man's surname in the genitive is written like his wife's: both are meant.
    """
    found = compare(form, word, kind=_PERSON)
    if found.score >= least:
        return found.score
    gendered = found.score >= _GENDERED and any(how in _GENDERS for how, *_ in found.evidence)
    return found.score if gendered else 0.0


def _main_keys(word: str) -> set[int]:
    """Return the numbers of a word's keys, without those that only a lost letter would make.

    What was typed is looked for under all of its keys, so a letter lost there is found.
    """
    found = keys(word, kind=_PERSON)
    shorter = {key[:i] + key[i + 1 :] for key in found for i in range(len(key))}
    return hashed(found - shorter or found)
