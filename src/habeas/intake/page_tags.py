"""Find lists of tags by where their links lead: ``/tag/asylum``, ``/topics/…``, ``?tag=…``.

A single such link in running text is no list; a list is nearly all links, all of this kind.
"""

import re
from itertools import islice

from lxml import etree

_LEADS = re.compile(r"[/?&](?:tags?|topics?|hashtags?|keywords?|category|categories)[/=]", re.I)
# How far above a link its list may begin.
_ABOVE = 4
# The headings of groups of tags are words beside the links.
_MOST_BESIDE = 0.5


def tag_lists(root: etree._Element) -> set[etree._Element]:
    """Return the elements that hold a list of tags and nothing else."""
    near: set[etree._Element] = set()
    for link in root.iter("a"):
        if _LEADS.search(link.get("href") or ""):
            near.update(islice(link.iterancestors(), _ABOVE))
    return {element for element in near if _is_list(element)}


def _is_list(element: etree._Element) -> bool:
    links = list(element.iter("a"))
    if len(links) < 2 or not all(_LEADS.search(link.get("href") or "") for link in links):
        return False
    if any(next(words.iter("a"), None) is None for words in element.iter("p", "h1", "blockquote")):
        return False
    linked = sum(_length(link) for link in links)
    return _length(element) - linked <= _MOST_BESIDE * linked


def _length(element: etree._Element) -> int:
    return sum(len(str(text).strip()) for text in element.itertext())
