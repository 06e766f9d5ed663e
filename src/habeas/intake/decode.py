"""Decode the bytes of a text file.

UTF-8 comes first and is kept unchanged, a byte order mark included; other encodings are guessed
only where UTF-8 cannot be meant. Never drops a character in silence: what cannot be decoded
becomes U+FFFD.
"""

import codecs
import re

# UTF-32 stands before UTF-16, whose mark is the beginning of its own.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["cp1251", "cp1252", "koi8_r", "koi8_u", "cp866"]
# Browsers read these labels as Windows code pages (WHATWG Encoding Standard, section 4.2).
_WHATWG = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HEAD = 65_536


def decode(data: bytes, declared: str | None = None) -> str | None:
    """Return the text of `data`, or None if it is no text; `declared` is the file's own label."""
    text = _marked(data)
    if text is None:
        text = _utf8(data)
    if text is None and declared:
        text = _labelled(data, declared)
    if text is None:
        text = _guessed(data)
    return None if text is None or _is_binary(text) else text


def peek(data: bytes) -> str:
    """Return the beginning of `data`, decoded loosely, to tell formats apart."""
    head = data[:4096]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head.decode(encoding, "replace")
    if head[1:2] == b"\0" or head[:1] == b"\0":
        return head.replace(b"\0", b"").decode("latin-1")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def scalar(text: str) -> str:
    """Return `text` with every surrogate joined or replaced, so that it can be written as UTF-8."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _utf8(data: bytes) -> str | None:
    """Decode UTF-8; damaged UTF-8 still counts where its sound characters far outnumber bad."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    sound = len(text) - bad - sum(map(str.isascii, text))
    return text if sound > 10 * bad else None


def _labelled(data: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
        return data.decode(_WHATWG.get(name, name))
    except (LookupError, UnicodeError, ValueError):
        return None


def _guessed(data: bytes) -> str | None:
    if b"\0" in data[:_HEAD]:
        return _unmarked_utf16(data)
    # Costs 15 ms to import, and most files are UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is not None:
        return data.decode(best.encoding, "replace")
    text = data.decode("utf-8", "replace")
    return text if text.count("\ufffd") * 20 < len(text) else None


def _unmarked_utf16(data: bytes) -> str | None:
    """Decode UTF-16 without a mark: every other byte of its white space and ASCII is zero."""
    even, odd = data[:_HEAD:2].count(0), data[1:_HEAD:2].count(0)
    if max(even, odd) < 4 * min(even, odd) + 1:
        return None
    try:
        return data.decode("utf-16-le" if odd > even else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    """Say whether control characters give away something other than text, slightly damaged."""
    head = text[:_HEAD]
    count = len(_CONTROL.findall(head))
    return count * 10 > len(head) or (count - 4) * 50 > len(head)
