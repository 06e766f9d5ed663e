"""Many letters out of few: the examples, told of other people and in other years.

    python benchmarks/varied.py 1000 FOLDER

Each case is the set of examples with every surname and given name of its cast replaced by invented
ones, the same in all letters of the case, and with its years moved. Countries, bodies and courts
stay: thousands of letters from one country do name the same ministry.
"""

import argparse
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from habeas import intake
from habeas.model import Document

EXAMPLES = Path(__file__).parent.parent / "examples"

# The stems of surnames and of given names, as English, French and Russian letters print them.
SURNAMES = [
    ("Velkarov", "Vel’karov", "Велькаров", "Velkorov"),
    ("Tarmeshov", "Tarmechov", "Тармешов"),
    ("Bagashvin", "Bagachvin", "Багашвин"),
    ("Oldey", "Oldee", "Oldeï", "Олдее"),
    ("Kulagov", "Koulagov", "Кулагов"),
    ("Orekhtin", "Орехтин"),
    ("Chernomets", "Черномец"),
    ("Tarsunev", "Тарсунев"),
    ("Moradzin", "Морадзин"),
    ("Sarkunov", "Саркунов"),
    ("Kortashin", "Kortachin", "Корташин"),
    ("Zholmin", "Жолмин"),
    ("Polzharov", "Полжаров"),
    ("Chelganov", "Челганов"),
]
GIVEN = [
    ("Anton", "Антон"),
    ("Rustem", "Rustam", "Roustem", "Рустем"),
    ("Stepan", "Stépan", "Степан"),
    ("Demyan", "Демьян"),
    ("Pavel", "Павел"),
]
NAMES = [
    "Bogdan",
    "Emil",
    "Konrad",
    "Marat",
    "Timur",
    "Viktor",
    "Daniel",
    "Leonid",
    "Arman",
    "Oskar",
]
_STARTS = ["b", "d", "g", "k", "l", "m", "n", "p", "r", "t", "v", "z", "dr", "br", "st", "kr", "pl"]
_VOWELS = "aeio"
_ENDS = ["nov", "rov", "lin", "din", "rin", "kov", "lov", "min", "tov", "nin"]
_CYRILLIC = str.maketrans(
    "abdegiklmnoprstvzABDEGIKLMNOPRSTVZ", "абдегиклмнопрствзАБДЕГИКЛМНОПРСТВЗ"
)
_YEAR = re.compile(r"\b(20[012]\d)\b")


def letters(count: int, seed: int = 1) -> Iterator[Document]:
    """Yield `count` letters, case by case."""
    for number in range(count):
        case, place = divmod(number, len(originals()))
        yield _varied(originals()[place], case, seed)


@cache
def originals() -> list[Document]:
    """Return the examples."""
    found = intake.documents([EXAMPLES])
    return [one for one in found if isinstance(one, Document)]


def _varied(document: Document, case: int, seed: int) -> Document:
    chance = random.Random(f"{seed} {case}")
    names = dict(_names(chance))
    text = re.sub("|".join(map(re.escape, names)), lambda m: names[m[0]], document.text)
    shift = chance.randrange(-9, 1)
    text = _YEAR.sub(lambda m: str(int(m[1]) + shift), text)
    name = f"case-{case:05}/{Path(document.path).stem}.txt"
    (found,) = intake.from_bytes(text.encode(), name)
    assert isinstance(found, Document)
    return found


def _names(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield each printed name with the name that stands for it."""
    for spellings in SURNAMES:
        new = _surname(chance)
        yield from ((old, _written(new, old)) for old in spellings)
    for spellings, new in zip(GIVEN, chance.sample(NAMES, len(GIVEN)), strict=True):
        yield from ((old, _written(new, old)) for old in spellings)


def _surname(chance: random.Random) -> str:
    middle = chance.choice(_STARTS) + chance.choice(_VOWELS) + chance.choice(_STARTS)
    return (middle + chance.choice(_VOWELS) + chance.choice(_ENDS)).capitalize()


def _written(new: str, old: str) -> str:
    """Return a name in the script of the one that it stands for."""
    return new.translate(_CYRILLIC) if not old[0].isascii() else new


def main() -> None:
    """Write letters into a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    wanted = parser.parse_args()
    for document in letters(wanted.count):
        path = wanted.folder / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.text, encoding="utf-8")


if __name__ == "__main__":
    main()
