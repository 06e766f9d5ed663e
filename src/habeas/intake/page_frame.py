"""Say what part of an HTML page an element is, by its tag, role, class and id.

The words of the page are not consulted: a menu is a menu because its author built one.
"""

import re
from functools import cached_property

from lxml import etree

from habeas.intake.page_tags import tag_lists
from habeas.model import Layer

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TAGS = frozenset(
    str.split("hashtags keywords tag tagcloud tagged taglinks taglist tags tagscloud topics")
)
_NAVIGATION = frozenset(
    str.split("""
    addtoany banner breadcrumb breadcrumbs cookie cookies login mainmenu menu menus nav navbar
    navi navigation newsletter pager pagination related search searchform share sharebar sharing
    sidebar skip social socials submenu subscribe toolbar topbar topmenu widget
    """)
)
_FOOTER = frozenset({"colophon", "copyright", "footer", "footers"})
_ROLES = {
    "navigation": Layer.NAVIGATION,
    "menu": Layer.NAVIGATION,
    "menubar": Layer.NAVIGATION,
    "banner": Layer.NAVIGATION,
    "search": Layer.NAVIGATION,
    "complementary": Layer.NAVIGATION,
    "contentinfo": Layer.FOOTER,
}
_ELEMENTS = {"nav": Layer.NAVIGATION, "menu": Layer.NAVIGATION, "footer": Layer.FOOTER}
# Names on these speak of the whole page ("page has-sidebar menu-open").
_WHOLE = frozenset({"html", "body", "main", "article"})
_WORD = re.compile(r"[A-Z]?[a-z]+")
# A frame is a part beside the letter, so what holds this share of all words is none.
_MOST = 0.6


class Frame:
    """The parts that frame the letter on one page."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._tag_lists = tag_lists(root)

    @cached_property
    def _size(self) -> dict[etree._Element, int]:
        return _sizes(self._root)

    def layer(self, element: etree._Element) -> Layer | None:
        """Return the layer that begins with `element`, None where nothing says so."""
        tag = element.tag
        if element in self._tag_lists:
            return Layer.TAGS
        if tag in _HEADINGS:
            return Layer.HEADING
        if tag == "a":
            return Layer.TAGS if "tag" in (element.get("rel") or "").split() else None
        if tag in _WHOLE:
            return None
        layer = _ELEMENTS.get(tag) or _ROLES.get(element.get("role") or "")
        layer = layer or self._beside(element) or _named(element)
        return layer if layer and not self._holds_letter(element) else None

    def _beside(self, element: etree._Element) -> Layer | None:
        """Mark the header of the page and its side columns, not those of an article."""
        if element.tag not in ("header", "aside"):
            return None
        inside = next(element.iterancestors("article", "main", "blockquote"), None) is not None
        titled = element.tag == "header" and next(element.iter("h1"), None) is not None
        return None if inside or titled else Layer.NAVIGATION

    def _holds_letter(self, element: etree._Element) -> bool:
        if next(element.iter("main", "article"), None) is not None:
            return element.tag not in ("nav", "footer")
        if next(element.iterdescendants("p", "h1"), None) is None:
            return False
        return self._size[element] > _MOST * self._size[self._root]


def _named(element: etree._Element) -> Layer | None:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not names.strip():
        return None
    words = {word.lower() for word in _WORD.findall(names)}
    if words & _TAGS:
        return Layer.TAGS
    if words & _FOOTER:
        return Layer.FOOTER
    return Layer.NAVIGATION if words & _NAVIGATION else None


def _sizes(root: etree._Element) -> dict[etree._Element, int]:
    """Return how many characters of text each element holds."""
    sizes: dict[etree._Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = len((element.text or "").strip())
        if element.tag in ("script", "style", "template", "noscript"):
            own = 0
        sizes[element] = own + sum(
            sizes[child] + len((child.tail or "").strip()) for child in element
        )
    return sizes
