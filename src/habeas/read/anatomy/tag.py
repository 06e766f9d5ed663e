"""Read printed tag lists: one undelimited line, delimited ones, hashtags, front matter.

Every label is kept as printed and in order; `group` is the header printed before it.
"""

import re
from collections.abc import Iterator

from habeas.model import Layer, Span, Tag
from habeas.read.anatomy.front import front_values
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.taglist import Item, items_of, part
from habeas.read.furniture import Use
from habeas.read.layout import Shape
from habeas.read.lexicon import words
from habeas.read.sheet import Sheet

FIELDS = (
    "categories",
    "category",
    "tags",
    "tag",
    "topics",
    "topic",
    "keywords",
    "labels",
    "countries",
)
_MARKS = re.compile(r"\s*[,;|•·]\s*|\s+/\s+")
_HASHTAG = re.compile(r"#([^\W\d_][\w-]*)")
_HEADED = re.compile(r"\s*([^\W\d_][\w -]{1,24})\s*:\s+")
_LABEL = re.compile(r"[^.!?:]{1,60}")


def find_tags(sheet: Sheet, lines: list[Line], after: int) -> tuple[Tag, ...]:
    """Return the tags; `after` is the last block of the letter itself, its signatures included."""
    known = _known(sheet)
    found = [*_front(sheet)]
    marked = [one.span for one in sheet.document.regions if one.layer is Layer.TAGS]
    group: str | None = None
    for i, line in enumerate(lines):
        if any(span.holds(line.passage.block.span) for span in marked):
            group = line.text.strip(" :") if _is_header(line) else group
            found += [] if _is_header(line) else _marked(line, group)
        else:
            found += _line(line, lines[i + 1 :], known, after=after)
    return tuple(found)


def _is_header(line: Line) -> bool:
    return line.shape is Shape.HEADING or line.text.strip(" :").lower() in _headers()


def _marked(line: Line, group: str | None) -> Iterator[Tag]:
    """Read the labels of a list that the format marks as one: each on a line of its own."""
    header = _HEADED.match(line.text)
    start = header.end() if header else 0
    group = header[1] if header else group
    for found in re.finditer(r"[^\n\t|,;#]*[^\s|,;#]", line.text[start:]):
        lead = len(found[0]) - len(found[0].lstrip())
        yield _tag(line, start + found.start() + lead, start + found.end(), group=group)


def _known(sheet: Sheet) -> frozenset[str]:
    """Return the names that the parse found in the text."""
    docs = (passage.doc for passage in sheet.passages if passage.doc is not None)
    names = (ent.text.casefold() for doc in docs for ent in doc.ents if " " in ent.text.strip())
    return frozenset(name.removeprefix("the ").removesuffix("’s") for name in names)


def _front(sheet: Sheet) -> Iterator[Tag]:
    for block in sheet.blocks:
        if block.shape is Shape.FIELD and block.label in FIELDS:
            group = str(block.label)
            for value in front_values(sheet, group):
                if value.text:
                    yield Tag(label=value.text, span=value.span, group=group)


def _line(line: Line, rest: list[Line], known: frozenset[str], *, after: int) -> list[Tag]:
    if line.use is Use.TAGS:
        return list(_tag_line(line, known))
    hashtags = list(_HASHTAG.finditer(line.text))
    bare = _HASHTAG.sub("", line.text).strip(" ,;|•")
    if hashtags and not bare:
        return [_tag(line, *found.span(1), group=None) for found in hashtags]
    if line.use is not Use.BODY or line.index <= after:
        return []
    return list(_last(line, rest))


def _last(line: Line, rest: list[Line]) -> Iterator[Tag]:
    """Read a bare list of labels under the letter, or a label that such a list repeats."""
    parts = _delimited(line, 0)
    if len(parts) > 2 and all(_LABEL.fullmatch(line.text[a:b]) for a, b in parts):
        yield from (_tag(line, *place, group=None) for place in parts)
    elif len(parts) == 1 and rest and len(line.text) < 40:
        following = [rest[0].text[a:b] for a, b in _delimited(rest[0], 0)]
        if len(following) > 2 and line.text.strip() in following:
            yield _tag(line, *parts[0], group=None)


def _delimited(line: Line, start: int) -> list[tuple[int, int]]:
    places, at = [], start
    for mark in [*_MARKS.finditer(line.text, start), None]:
        end = mark.start() if mark else len(line.text)
        printed = line.text[at:end]
        left = at + len(printed) - len(printed.lstrip(" #"))
        right = at + len(printed.rstrip(" .\n"))
        if left < right:
            places.append((left, right))
        at = mark.end() if mark else end
    return places


def _tag(line: Line, start: int, end: int, *, group: str | None) -> Tag:
    span = line.span(start, end)
    return Tag(label=" ".join(line.text[start:end].split()), span=span, group=group)


def _tag_line(line: Line, known: frozenset[str]) -> Iterator[Tag]:
    header = re.match(r"\s*([^\W\d_][\w -]{1,24})\s*:\s*", line.text)
    group = header[1] if header and header[1].lower() in _headers() else None
    start = header.end() if header and group else 0
    places = _delimited(line, start)
    if len(places) > 1 and len(places) * 8 > len(line.text[start:].split()):
        yield from (_tag(line, *place, group=group) for place in places)
        return
    for name, items in _groups(items_of(line.text, start, len(line.text)), group):
        for first, last in part(items, known):
            yield _tag(line, items[first].start, items[last - 1].end, group=name)


def _headers() -> frozenset[str]:
    return words("furniture", "tags", "headers")


def _groups(items: list[Item], group: str | None) -> Iterator[tuple[str | None, list[Item]]]:
    """Part the words at headers: at the start, or where the order begins anew."""
    held: list[Item] = []
    for i, item in enumerate(items):
        header = item.text.strip(":").lower() in _headers() and item.text[0].isupper()
        following = items[i + 1] if i + 1 < len(items) else None
        if header and following and (not i or following.key < items[i - 1].key):
            if held:
                yield group, held
            group, held = item.text.strip(":"), []
        else:
            held.append(item)
    if held:
        yield group, held


def tag_spans(tags: tuple[Tag, ...]) -> tuple[Span, ...]:
    """Return where the tags stand."""
    return tuple(tag.span for tag in tags)
