"""Take the text layer out of a Word document (Office Open XML, ECMA-376).

Prints the document as it stands with every tracked change accepted: headers first, then the body,
the notes and the footers. Runs no macro, follows no link.
"""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.coreprops import CoreProperties
from docx.opc.part import Part
from lxml import etree

from habeas.errors import HostileFile, UnreadableFile
from habeas.intake.archive import open_zip
from habeas.intake.layer import Extract, Writer
from habeas.intake.limits import File
from habeas.intake.media import Format
from habeas.intake.word_numbers import Numbers
from habeas.intake.word_walk import Known, Walk, text_of
from habeas.model import Layer

# The standard forbids document types in a package (ECMA-376 part 2, section 8.1.4).
_TYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_HEADING = re.compile(r"(?:heading\b|title$|subtitle$)", re.I)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def convert(file: File) -> Extract:
    """Return the text layer of a Word document."""
    with open_zip(file) as packed:
        _refuse_types(packed, file.path)
    try:
        document = docx.Document(BytesIO(file.data))
    except (KeyError, ValueError, AttributeError, etree.XMLSyntaxError):
        raise UnreadableFile(file.path) from None
    writer = Writer()
    walk = Walk(writer, Known(_headings(document), _targets(document.part), _numbers(document)))
    _print_parts(walk, _related(document, REL.HEADER), Layer.HEADER)
    walk.blocks(document.element.body)
    for kind in (REL.FOOTNOTES, REL.ENDNOTES):
        for part in _related(document, kind):
            walk.notes(_root(part))
    _print_parts(walk, _related(document, REL.FOOTER), Layer.FOOTER)
    return writer.layer(Format.WORD, _metadata(document))


def _refuse_types(packed: ZipFile, path: str) -> None:
    for entry in packed.infolist():
        if _TYPE.search(packed.read(entry)):
            raise HostileFile(path, what="declares entities, which no Word document needs")


def _headings(document: WordDocument) -> frozenset[str]:
    """Return the ids of the styles for headings; their names are English in every language."""
    styles = document.styles.element.iter(f"{_W}style")
    named = ((style.get(f"{_W}styleId"), style.find(f"{_W}name")) for style in styles)
    return frozenset(
        id for id, name in named if name is not None and _HEADING.match(name.get(f"{_W}val") or "")
    )


def _numbers(document: WordDocument) -> Numbers:
    part = next(iter(_related(document, REL.NUMBERING)), None)
    return Numbers(None if part is None else _root(part), document.styles.element)


def _targets(part: Part) -> dict[str, str]:
    return {id: rel.target_ref for id, rel in part.rels.items() if rel.reltype == REL.HYPERLINK}


def _related(document: WordDocument, kind: str) -> list[Part]:
    """Return the parts of one kind, in the order of their names."""
    rels = document.part.rels.values()
    found = {rel.target_part for rel in rels if rel.reltype == kind and not rel.is_external}
    return sorted(found, key=lambda part: (len(part.partname), str(part.partname)))


def _print_parts(walk: Walk, parts: list[Part], layer: Layer) -> None:
    """Print headers or footers; those of the first, even and other pages are often the same."""
    printed: set[str] = set()
    for part in parts:
        root = _root(part)
        words = text_of(root)
        if words.strip() and words not in printed:
            printed.add(words)
            with walk.region(layer):
                walk.blocks(root)


def _root(part: Part) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(part.blob, parser)


def _metadata(document: WordDocument) -> dict[str, str | None]:
    """Return the core properties, none where they are damaged: the letter is still readable."""
    if not _has_properties(document):
        # python-docx would make some up, with the time of day.
        return {}
    try:
        return _properties(document.core_properties)
    except (AttributeError, KeyError, ValueError):
        return {}


def _properties(core: CoreProperties) -> dict[str, str | None]:
    return {
        "title": core.title,
        "author": core.author,
        "date": _iso(core.created),
        "modified": _iso(core.modified),
        "modified_by": core.last_modified_by,
        "subject": core.subject,
        "keywords": core.keywords,
        "language": core.language,
    }


def _has_properties(document: WordDocument) -> bool:
    rels = document.part.package.rels.values()
    return any(rel.reltype == REL.CORE_PROPERTIES for rel in rels)


def _iso(time: datetime | None) -> str | None:
    return time.isoformat() if time else None
