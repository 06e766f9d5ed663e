"""Find what stands between quotation marks: “ ”, " ", « », „ “, ‘ ’, ' '.

Apostrophes are no quotation marks, and a mark without its fellow opens nothing, except where a
quotation goes on in the next paragraph. What the words are (speech, a title, irony) is not asked.
"""

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›", "''": "''", "``": "''"}
_MARK = re.compile(r"[“”„«»‹›\"]|(?<!\w)[‘'](?=\S)|(?<=\S)[’'](?!\w)")
_STRAIGHT = "\"'"


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """`text[start:end]` stands between quotation marks, marks outside; in a passage's text.

    `closed` is False where the passage ends before the quotation does.
    """

    start: int
    end: int
    closed: bool = True
    single: bool = False


def quoted(text: str) -> list[Stretch]:
    """Return the outermost quoted stretches of a text in order."""
    if not _MARK.search(text):
        return []
    found: list[Stretch] = []
    at = 0
    while (mark := _MARK.search(text, at)) is not None:
        stretch = _stretch(text, mark)
        if stretch is not None:
            found.append(stretch)
        at = max(mark.end(), stretch.end + 1 if stretch else 0)
    return found


def _stretch(text: str, mark: re.Match[str]) -> Stretch | None:
    opener, start = mark[0], mark.end()
    if not _opens(text, mark):
        return None
    end = _close(text, opener, start)
    if end is not None:
        return Stretch(start, end, single=opener in "‘'") if text[start:end].strip() else None
    # Left open: only a paragraph that begins with the mark or has it after a colon goes on.
    begins = not text[: mark.start()].strip() or text[: mark.start()].rstrip()[-1:] in ":,"
    if opener in '“"«„' and begins and text[start:].strip():
        return Stretch(start, len(text.rstrip()), closed=False)
    return None


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in "“„«‹‘":
        return True
    if mark[0] not in _STRAIGHT:
        return False
    before, after = text[: mark.start()][-1:], text[mark.end() : mark.end() + 1]
    return not after.isspace() and after != "" and (before == "" or not before.isalnum())


def _close(text: str, opener: str, start: int) -> int | None:
    """Return where the quotation that began before `start` ends, its inner ones passed over."""
    closers = opener if opener in _STRAIGHT else _PAIRS[opener]
    depth = 1
    for mark in _MARK.finditer(text, start):
        if mark[0] in closers or (mark[0] == '"' and _ends_word(text, mark)):
            depth -= _closes(text, mark, opener)
        elif mark[0] == opener:
            depth += 1
        if depth == 0:
            return mark.start()
    return None


def _ends_word(text: str, mark: re.Match[str]) -> bool:
    """Say whether a straight mark stands where a curly one should close."""
    after = text[mark.end() : mark.end() + 1]
    return not text[mark.start() - 1].isspace() and not after.isalnum()


def _closes(text: str, mark: re.Match[str], opener: str) -> bool:
    if opener in _STRAIGHT and text[mark.start() - 1].isspace():
        return False
    return not (opener == "'" and _is_possessive(text, mark))


def _is_possessive(text: str, mark: re.Match[str]) -> bool:
    """Say whether a straight mark after an s may be "the lawyers' letter"."""
    return text[mark.start() - 1] == "s" and bool(re.match(r"' [a-z]", text[mark.start() :]))
