"""Take the text layer out of an HTML page.

Keeps all that a reader of the page sees, in its order; what frames the letter (menus, tags,
footers) is kept too and only marked. Runs no script, loads nothing, and guesses nothing about
which part is the letter.
"""

import re

from lxml import etree

from habeas.errors import HostileFile, UnreadableFile, UnsupportedFormat
from habeas.intake.decode import decode, scalar
from habeas.intake.layer import Extract, Writer
from habeas.intake.limits import File
from habeas.intake.media import Format
from habeas.intake.page_frame import Frame
from habeas.intake.page_metadata import metadata
from habeas.intake.page_walk import Walk

# libxml2 cuts a page off beyond 2,048 levels; hand-made pages reach a few hundred at worst.
MAX_LEVELS = 1_000
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
# A document type stands at the very beginning, after comments at most.
_PROLOG = 65_536
_SUBSET = re.compile(r"<!DOCTYPE[^>\[]*\[", re.I)


def convert(file: File) -> Extract:
    """Return the text layer of a page; raise UnsupportedFormat if it is no text."""
    found = _CHARSET.search(file.data[:4096])
    text = decode(file.data, found and found[1].decode("ascii", "replace"))
    if text is None:
        raise UnsupportedFormat(file.path)
    writer = Writer()
    root = print_page(text, file.path, writer)
    return writer.layer(Format.HTML, metadata(root))


def print_page(text: str, path: str, writer: Writer) -> etree._Element:
    """Print a page into a layer and return its root."""
    root = parse(text, path)
    Walk(writer, Frame(root)).run(root)
    return root


def parse(text: str, path: str) -> etree._Element:
    """Return the root of a page; raise HostileFile if it is built to exhaust its reader."""
    if "<!ENTITY" in text and _SUBSET.search(text[:_PROLOG]):
        raise HostileFile(path, what="declares entities, which no page needs")
    # The label inside the page is overruled: the bytes given here are UTF-8 of our own making.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    whole = scalar(text).removeprefix("\ufeff").replace("\0", "\ufffd") or " "
    try:
        root = etree.fromstring(whole.encode(), parser)
    except etree.XMLSyntaxError:
        raise UnreadableFile(path) from None
    if root is None:
        raise UnreadableFile(path)
    _refuse_depth(root, path)
    return root


def _refuse_depth(root: etree._Element, path: str) -> None:
    level = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        if level > MAX_LEVELS:
            raise HostileFile(path, what=f"is nested more than {MAX_LEVELS:,} levels deep")
