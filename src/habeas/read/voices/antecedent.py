"""Find the name for which a pronoun stands where there is no parse: "Roe came. She said that".

Looks no further back than one sentence, and goes by gender as far as endings and articles show it.
"""

from habeas.read.voices.line import WORD, Line, Range

OPENING = 6  # words at the start of a sentence that are its subject
_PEOPLE = ("PER", "PERSON")
_FEMININE = "аяa"  # endings of names, Cyrillic and Latin


def meant(line: Line, source: Range | None) -> Range | None:
    """Return the name that a pronoun stands for, a source without a pronoun as it is."""
    small = line.known.words
    pronoun = next((word for word in line.words(source) if word in small["pronouns"]), None)
    if source is None or pronoun is None:
        return source
    feminine = pronoun in small["feminine"]
    before = [one for one in line.sentences if one[1] <= source[0]][-1:]
    before += [(one[0], source[0]) for one in line.sentences if one[0] <= source[0] < one[1]]
    names = [named for one in before for named in line.named_in(one)]
    fitting = [at for label, at in names if label in _PEOPLE and _fits(line, at, feminine)]
    if fitting:
        return fitting[-1]
    gender = small["feminine" if feminine else "masculine"]
    return next((one for at in before if (one := _opening(line, at, gender))), source)


def _fits(line: Line, place: Range, feminine: bool) -> bool:
    return (line.text[place[1] - 1] in _FEMININE) == feminine


def _opening(line: Line, sentence: Range, gender: frozenset[str]) -> Range | None:
    """Return the subject that opens a sentence: "La cour a décidé. Elle a jugé que"."""
    words = list(WORD.finditer(line.mask, *sentence))[:OPENING]
    if not words or words[0][0].lower() not in gender:
        return None
    return words[0].start(), words[-1].end()
