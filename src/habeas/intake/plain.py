"""Take plain text and Markdown as they are.

The text layer is the file decoded, unchanged to the last white space: spans in it can be checked
against the file.
"""

from habeas.errors import UnsupportedFormat
from habeas.intake.decode import decode, scalar
from habeas.intake.layer import Extract
from habeas.intake.limits import File
from habeas.intake.media import text_format


def convert(file: File) -> Extract:
    """Return the text layer of a text file; raise UnsupportedFormat if it is no text."""
    text = decode(file.data)
    if text is None:
        raise UnsupportedFormat(file.path)
    return Extract(media_type=text_format(text, file.name), text=scalar(text))
