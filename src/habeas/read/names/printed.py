"""Names in a language without a parse: capitals beside words that tell what they are of.

Modest and careful: a person needs a title, a known given name or a family name's ending; a body
needs its noun with a country. Russian words are compared without their case endings.
"""

import re
from collections.abc import Iterator
from functools import cache

from habeas.model import EntityType
from habeas.read.lexicon import load
from habeas.read.names.mention import Mention
from habeas.read.names.spelling import agree, parts, stem
from habeas.read.names.vocabulary import GIVEN, UPPER, fold, world
from habeas.read.passage import Passage

LANGUAGES = ("ru", "fr")
_CAP = rf"[{UPPER}][^\W_]*(?:[-’'][^\W\d_]+)*"
_RUN = re.compile(rf"(?:(?:[{UPPER}]\.\s?)+|{_CAP})(?:\s{{1,2}}(?:(?:[{UPPER}]\.\s?)+|{_CAP}))*")
_WORD = re.compile(r"\S+")
_BEFORE = re.compile(r"([^\W\d_][\w-]*)[.,]?[\s\"«“(]*$")
_CASE = r"(?:[а-яё]{1,3})?"
_ADJECTIVE = re.compile(r"(?:ого|его|ому|ый|ий|ая|яя|ой|ую|ых|их|ое)$")
# Where a name is a place by what stands before it; `whole` has the noun that belongs to the name.
_NAME = rf"(?P<name>{_CAP})(?!\s+[{UPPER}])(?![\w-])"
_SITES = {
    "ru": re.compile(
        r"(?<!\w)(?:(?:[Вв]о?|[Ии]з|город\w{0,3}|г\.?|пос[её]лк\w*|сел\w|тюрьм\w{1,2})\s+"
        rf"|(?P<whole>(?i:республик)\w\s+(?={_CAP}))){_NAME}"
    ),
    "fr": re.compile(
        r"(?<![\w’'])(?:(?:à|À|en|ville\s+de|gare\s+de|région\s+de|prison\s+de)\s+"
        rf"|(?P<whole>place\s+(?={_CAP}))){_NAME}"
    ),
}
_ALIAS = re.compile(rf"\s*[(«,]\s*([{UPPER}]{{2,6}})\s*[)»,]")


def printed(passage: Passage, number: int, language: str) -> Iterator[Mention]:
    """Yield the names of a passage in one of LANGUAGES."""
    text = passage.text
    for found in _bodies(language).finditer(text):
        yield Mention(number, found.start(), found.end(), found[0], _body_kind(found[0], language))
    for found in _events().finditer(text) if language == "fr" else ():
        yield Mention(number, found.start(), found.end(), found[0], EntityType.NAMED_EVENT)
    for found in _countries(language).finditer(text):
        yield Mention(number, found.start(), found.end(), found[0], EntityType.PLACE)
    for found in _SITES[language].finditer(text):
        if found["name"] not in load(f"names_{language}")["no_name"]:
            start, end = found.start("whole" if found["whole"] else "name"), found.end()
            yield Mention(number, start, end, text[start:end], EntityType.PLACE)
    for found in _RUN.finditer(text):
        words = [(found.start() + one.start(), one[0]) for one in _WORD.finditer(found[0])]
        for part in _marked(passage, words):
            yield from _people(text, number, part, language)


def respelled(passage: Passage, number: int, people: list[str]) -> Iterator[Mention]:
    """Yield the names that are spellings of one of `people`."""
    known = [parts(name) for name in people]
    for found in _RUN.finditer(passage.text) if known else ():
        words = parts(found[0])
        if len(words) > 1 and any(agree(words, one) == 3 for one in known):
            yield Mention(number, found.start(), found.end(), found[0], EntityType.PERSON)


def _marked(passage: Passage, words: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Yield the parts of a run of words that emphasis in the document sets apart."""
    part: list[tuple[int, str]] = []
    for start, word in words:
        if part and passage.places is not None:
            end = part[-1][0] + len(part[-1][1])
            gap = passage.place(end - 1, start + 1)
            if len(gap) > start + 1 - end + 2:
                yield part
                part = []
        part.append((start, word))
    yield part


def _people(
    text: str, number: int, words: list[tuple[int, str]], language: str
) -> Iterator[Mention]:
    words = list(words)
    no_name, lands = frozenset(load(f"names_{language}")["no_name"]), _countries(language)
    while words and (
        words[0][1] in no_name or lands.fullmatch(words[0][1]) or is_title(words[0][1], language)
    ):
        words.pop(0)
    while words and (
        (len(words[-1][1]) > 1 and words[-1][1] in no_name) or lands.fullmatch(words[-1][1])
    ):
        words.pop()
    later = next(
        (at for at, (_, word) in enumerate(words) if at and language == "ru" and is_given(word)), 0
    )
    if later and later + 1 < len(words) and not is_given(words[0][1]):
        words = words[later:]
    if not words or len(words) > 4:
        return
    end = words[-1][0] + len(words[-1][1].rstrip(". "))
    name = text[words[0][0] : end]
    before = _BEFORE.search(text, max(0, words[0][0] - 40), words[0][0])
    titled = before is not None and is_title(before[1], language)
    if (
        before is not None
        and len(words) == 1
        and before[1].lower().startswith(tuple(load("names_ru")["rank"]))
        and language == "ru"
    ):
        yield Mention(number, words[0][0], end, name, EntityType.PERSON)
        return
    if _is_person([word for _, word in words], titled=titled, language=language):
        yield Mention(number, words[0][0], end, name, EntityType.PERSON)
        alias = _ALIAS.match(text, end)
        if alias and alias[1][0] in (word[0] for _, word in words):
            yield Mention(number, alias.start(1), alias.end(1), alias[1], EntityType.PERSON)


def is_title(word: str, language: str) -> bool:
    """Say whether a word is a title before names, in any case."""
    titles = load(f"names_{language}")["title"]
    lowered = word.lower().rstrip(".")
    if language == "ru":
        return any(lowered.startswith(one) and len(lowered) - len(one) < 5 for one in titles)
    return lowered in titles


def _is_person(words: list[str], *, titled: bool, language: str) -> bool:
    """Say whether capitalised words are a person's name, by title, given name or ending."""
    long = [word for word in words if len(word.replace(".", "")) > 2]
    if not long or any(word.isupper() and len(word) < 5 for word in long):
        return False
    if language == "ru":
        if len(words) == 1 and _ADJECTIVE.search(words[0].lower()):
            return False
        family = any(_is_family(word) for word in long)
        given = any(is_given(word) for word in long)
        initialled = any(len(word.replace(".", "")) < 3 for word in words)
        if len(words) == 1:
            return titled and (family or given)
        return titled or family or given or initialled
    given = fold(words[0]) in GIVEN and len(words) > 1
    return (titled and len(words) > 1) or given


def _is_family(word: str) -> bool:
    return stem(fold(word)).endswith(tuple(fold(one) for one in load("names_ru")["family"]))


def is_given(word: str) -> bool:
    """Say whether a Russian word is a given name, in any case."""
    lowered = word.lower()
    return any(
        lowered.startswith(one.lower()) and len(lowered) - len(one) < 3
        for one in load("names_ru")["given"]
    )


def is_land(name: str, language: str) -> bool:
    """Say whether a name is a country's in a language, in any case."""
    return _countries(language).fullmatch(name) is not None


@cache
def _countries(language: str) -> re.Pattern[str]:
    """Return a pattern of the countries' names in a language, declined in Russian."""
    names = [
        name for row in world().values() for name in row.get(language, ()) if name[0].isupper()
    ]
    forms = [
        _declined(name) if language == "ru" else re.escape(name).replace("'", "['’]")
        for name in names
    ]
    if language == "ru":  # what ends in -стан is a land, also where the table lacks it
        forms.append(rf"[{UPPER}][а-яё]{{2,}}стан(?:а|у|ом|е)?|[{UPPER}]{{3,}}СТАН(?:А|У|ОМ|Е)?")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?![\w-])")


def _declined(name: str) -> str:
    words = []
    for word in name.split():
        soft = word[-1] in "аяьйыиео" and len(word) > 3
        base = re.escape(word[:-1] if soft else word)
        words.append(base if word.isupper() else f"{base}[а-яё]{{0,3}}")
    return r"\s+".join(words)


@cache
def _bodies(language: str) -> re.Pattern[str]:
    """Return a pattern of bodies of countries: a noun with a country's name or adjective."""
    table = load(f"names_{language}")
    stems = [one for row in world().values() for one in row.get(language, ()) if one[0].islower()]
    adjective = "|".join(map(re.escape, sorted(stems, key=len, reverse=True)))
    nouns = [one for key in ("executive", "public", "law", "private") for one in table.get(key, ())]
    noun = "|".join(map(re.escape, sorted(nouns, key=len, reverse=True)))
    if language == "ru":
        ending = r"[а-яё]{1,4}"
        land = _countries("ru").pattern
        return re.compile(
            rf"(?<!\w)(?:(?:{adjective}){ending}\s+(?i:{noun}){_CASE}(?!\w)|(?i:{noun}){_CASE}\s+{land})"
        )
    land = _countries("fr").pattern
    law = "|".join(map(re.escape, table["law"]))
    return re.compile(
        rf"(?<!\w)(?i:{noun})\s+(?i:{adjective})(?i:e?s?|ne?s?)(?!\w)"
        rf"|(?<!\w)(?i:{noun})\s+(?:de\s+la\s+|de\s+l[’']|du\s+|de\s+|d[’']|des\s+){land}"
        rf"|(?<!\w)(?:{law.title()})(?!\w)"
    )


@cache
def _events() -> re.Pattern[str]:
    """Return a pattern of events in French: "massacre de X", "incident du 4 juin"."""
    table = load("names_fr")
    noun = "|".join(map(re.escape, table["event"]))
    stems = [one for row in world().values() for one in row.get("fr", ()) if one[0].islower()]
    site = "|".join(map(re.escape, table["place"]))
    month = "|".join(table["month"])
    adjective = "|".join(map(re.escape, stems))
    return re.compile(
        rf"(?<!\w)(?:{noun})\s+(?:de\s+la\s+|de\s+l[’']|du\s+|de\s+|d[’']|à\s+)"
        rf"(?:(?:(?:{site})\s+(?:de\s+)?)?{_CAP}|\d{{1,2}}\s+(?:{month}))"
        rf"|(?<!\w)(?:printemps|révolution)\s+(?:{adjective})(?:e?s?|ne?s?)(?!\w)"
    )


def _body_kind(name: str, language: str) -> EntityType:
    table, lowered = load(f"names_{language}"), name.lower()
    if any(one in lowered for one in table.get("law", ())):
        return EntityType.TREATY
    if any(one in lowered for one in table.get("private", ())):
        return EntityType.ORGANIZATION
    return EntityType.PUBLIC_BODY
