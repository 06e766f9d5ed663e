"""Hand a file to the converter of its format.

Runs in the child process for every format but plain text. Imports a converter only when a file
needs it: the child must start quickly.
"""

from habeas.errors import UnsupportedFormat
from habeas.intake.layer import Extract
from habeas.intake.limits import File
from habeas.intake.media import Format

_REMEDY = "save it as .docx or PDF"
# Per beginning of a member's name, what a zip with such a member is.
_OFFICE = {"xl/": "is a spreadsheet", "ppt/": "is a presentation", "visio/": "is a drawing"}


def convert(file: File, kind: Format) -> Extract:
    """Return what is in `file`; raise IntakeError where it gives nothing."""
    match kind:
        case Format.HTML:
            from habeas.intake.page import convert as take
        case Format.MAIL:
            from habeas.intake.mail import convert as take
        case Format.PDF:
            from habeas.intake.pdf import convert as take
        case Format.ZIP | Format.WORD:
            return _convert_zip(file)
        case _:
            from habeas.intake.plain import convert as take
    return take(file)


def _convert_zip(file: File) -> Extract:
    from habeas.intake import archive

    with archive.open_zip(file) as packed:
        names = packed.namelist()
    if "[Content_Types].xml" not in names:
        _refuse_open_document(file, names)
        return archive.convert(file)
    for beginning, what in _OFFICE.items():
        if any(name.startswith(beginning) for name in names):
            raise UnsupportedFormat(file.path, what=what, remedy=_REMEDY)
    if not any(name.startswith("word/") for name in names):
        return archive.convert(file)
    from habeas.intake import word

    return word.convert(file)


def _refuse_open_document(file: File, names: list[str]) -> None:
    if names[:1] == ["mimetype"] or {"content.xml", "META-INF/manifest.xml"} <= set(names):
        raise UnsupportedFormat(
            file.path, what="is an OpenDocument file or an e-book", remedy=_REMEDY
        )
