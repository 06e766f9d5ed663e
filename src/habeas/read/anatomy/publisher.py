"""Find the site or outlet that a page names as its publisher, such as ``© site.org 2014``."""

import re
from itertools import pairwise

from habeas.read.anatomy.front import front_values, is_header, read_header
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import is_person, words_of
from habeas.read.anatomy.wording import alternatives, phrase
from habeas.read.sheet import Sheet

_MARK = re.compile(r"(?:©|\(c\)|copyright)[\s:•·|-]*", re.I)
_DATE = re.compile(
    r"[\s,•·|–-]*(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{4}(?:\s*[-–]\s*\d{4})?)[\s,•·|–-]*"
)


def find_publisher(sheet: Sheet, lines: list[Line]) -> str | None:
    """Return the publisher as printed: in front matter, after a ©, in a by-line of a body."""
    for value in front_values(sheet, "publisher", "site", "source", "outlet"):
        if value.text and not re.match(r"https?:", value.text):
            return value.text
    found = (reader(lines) for reader in (_copyright, _byline, _desk))
    return next((name for name in found if name), None) or sheet.document.metadata.get("publisher")


def _copyright(lines: list[Line]) -> str | None:
    for line in lines:
        mark = _MARK.match(line.text)
        if mark and len(line.text) < 120:
            rest = _DATE.sub(" ", line.text[mark.end() :])
            name = re.split(r"[.|]\s|\s[–—·•-]\s", rest)[0].strip(" .,|•·")
            if name and not re.match(r"(?:all|tous|все)\s", name, re.I):
                return name
    return None


def _byline(lines: list[Line]) -> str | None:
    """Return a body after "By": on the line or the next one."""
    top = [line for line in lines if not line.is_prose][:30]
    for line, after in pairwise(top):
        found = re.match(r"(?:by|par|von|por)\b[\s:·•|-]*(.*)", line.text, re.I)
        if found and len(line.text) < 60 and not phrase("page", "delivery").match(line.text):
            name = found[1] or (after.text if after.group == line.group else "")
            if name and not is_person(words_of(name)) and len(words_of(name)) < 8:
                return name.strip(" .")
    return None


def _desk(lines: list[Line]) -> str | None:
    """Return the press office that a closing line names, or what a line names as its source."""
    desk = re.compile(rf"(?:{alternatives('page', 'desk')})(?!\w)[^.\n]*", re.I)
    for line in lines[-12:]:
        headed = read_header(line)
        if headed and is_header(headed, "page", "source") and len(line.text) < 120:
            return line.text[headed.at :].strip(" .") or None
        found = desk.match(line.text)
        if found and len(line.text) < 160:
            return " ".join(found[0].split()).strip(" .,:")
    return None
