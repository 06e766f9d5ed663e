"""Take the text layer and the attachments out of a mail (RFC 5322 and MIME).

Prints who wrote to whom, when and about what above the body, as a mail program does. Trusts no
header: a name in ``From`` is what the file says, not who sent it.
"""

import mimetypes
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.message import Message

from habeas.errors import EncryptedFile, HostileFile, UnreadableFile
from habeas.intake.decode import decode
from habeas.intake.layer import Extract, Member, Writer, clean
from habeas.intake.limits import File
from habeas.intake.media import Format
from habeas.intake.naming import unique
from habeas.intake.page import print_page
from habeas.model import Layer

_PRINTED = ("From", "To", "Cc", "Date", "Subject")
# The header parser of the standard library fails in these ways on headers that break the rules.
_MALFORMED = (HeaderParseError, LookupError, ValueError, ArithmeticError, TypeError, AttributeError)


def convert(file: File) -> Extract:
    """Return the text layer of a mail, with its attachments as members."""
    mail = message_from_bytes(file.data, policy=policy.default)
    if _is_locked(mail):
        raise EncryptedFile(file.path, remedy="decrypt it in the mail program and save a copy")
    fields = {name.lower(): field(mail, name) for name in _PRINTED}
    leaves = list(_leaves(mail))
    body = _body(leaves)
    members = [leaf for leaf in leaves if leaf is not body and not _is_other_form(leaf, body)]
    if len(members) > file.limits.max_members:
        raise HostileFile(file.path, what=f"holds more than {file.limits.max_members:,} files")
    writer = Writer()
    _print_fields(writer, fields)
    if body is not None:
        _print_body(writer, body, file.path)
    found = writer.layer(Format.MAIL, _metadata(fields))
    return Extract(
        media_type=found.media_type,
        text=found.text,
        regions=found.regions,
        links=found.links,
        metadata=found.metadata,
        members=tuple(unique(_attached(members))),
    )


def field(mail: Message, name: str) -> str:
    """Return a header, decoded; as it stands in the file where it breaks the rules; "" if none."""
    try:
        return str(mail[name] or "")
    except _MALFORMED:
        given = (value for key, value in mail.raw_items() if key.lower() == name.lower())
        return str(next(given, ""))


def _is_locked(mail: Message) -> bool:
    kind = mail.get_content_type()
    enveloped = mail.get_param("smime-type", "enveloped-data") == "enveloped-data"
    return kind == "multipart/encrypted" or (
        kind in ("application/pkcs7-mime", "application/x-pkcs7-mime") and enveloped
    )


def _leaves(part: Message) -> Iterator[Message]:
    """Yield the parts that hold content; an enclosed message is one part."""
    if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
        for inner in part.get_payload():
            if isinstance(inner, Message):
                yield from _leaves(inner)
    else:
        yield part


def _body(leaves: list[Message]) -> Message | None:
    """Return the first plain text, else the first page, that is no attachment and not blank."""
    for kind in ("text/plain", "text/html"):
        for leaf in leaves:
            fits = leaf.get_content_type() == kind and not _is_attachment(leaf)
            if fits and (_text(leaf) or "").strip():
                return leaf
    return None


def _is_attachment(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or _filename(part) is not None


def _is_other_form(part: Message, body: Message | None) -> bool:
    """Say whether `part` repeats the body in another form, or is blank."""
    if part.get_content_maintype() != "text" or _is_attachment(part):
        return False
    same = body is not None and part.get_content_type() == "text/html"
    return same or not (_text(part) or "").strip()


def _text(part: Message) -> str | None:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    charset = part.get_param("charset")
    return decode(payload, charset if isinstance(charset, str) else None)


def _print_fields(writer: Writer, fields: dict[str, str]) -> None:
    with writer.region(Layer.HEADER):
        for name in _PRINTED:
            value = fields[name.lower()]
            if value.strip():
                writer.flow(f"{name}: {value}")
                writer.line()
    writer.block()


def _print_body(writer: Writer, body: Message, path: str) -> None:
    text = _text(body) or ""
    if body.get_content_type() == "text/html":
        print_page(text, path, writer)
    else:
        writer.exact(text)


def _metadata(fields: dict[str, str]) -> dict[str, str | None]:
    return {"title": fields["subject"], "author": fields["from"], **fields}


def _attached(parts: list[Message]) -> Iterator[Member]:
    for number, part in enumerate(parts, 1):
        name = _filename(part) or _made_name(part, number)
        data = _bytes(part)
        if data is None:
            error = UnreadableFile(name)
            yield Member(name, error=("UnreadableFile", error.what, error.remedy))
        else:
            yield Member(name, data)


def _bytes(part: Message) -> bytes | None:
    """Return the content of an attachment; that of an enclosed message is the message."""
    inner = part.get_payload()
    try:
        if isinstance(inner, list):
            return b"\n".join(each.as_bytes() for each in inner if isinstance(each, Message))
        payload = part.get_payload(decode=True)
    except (*_MALFORMED, RecursionError):
        return None
    return payload if isinstance(payload, bytes) else None


def _filename(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except _MALFORMED:
        return None
    last = clean(name or "").replace("\\", "/").rsplit("/", 1)[-1].strip()
    return last if last.strip(".") else None


def _made_name(part: Message, number: int) -> str:
    kind = part.get_content_type()
    ending = ".eml" if kind == "message/rfc822" else mimetypes.guess_extension(kind)
    return f"part-{number}{ending or ''}"
