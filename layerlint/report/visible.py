"""Text from files and names, made safe to print: what steers a terminal is shown, not sent."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

ENCODING_ERRORS = "layerlint-escape"
# Reorder what is displayed, so that it reads as something else than it is.
_BIDIRECTIONAL = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def visible(text: str) -> str:
    """One line of text in which every character that does not print is an escape.

    The parts of names that are not UTF-8 are shown as the bytes that they are.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def visible_lines(text: str) -> str:
    """The same for text of several lines."""
    return "\n".join(map(visible, text.split("\n")))


def harmless(text: str) -> str:
    """A line of source with nothing escaped but what steers a terminal; tabs and feeds stay."""
    if text.isprintable():
        return text
    return "".join(_escape(c) if _steers(c) else c for c in text)


def json_safe(document: str) -> str:
    """A JSON document in which strings hold nothing that steers a terminal."""
    if document.isascii() and "\x7f" not in document:
        return document
    return "".join(_unit(c) if c != "\n" and _steers(c) else c for c in document)


def prepare(*streams: TextIO | None) -> None:
    """Let the streams escape what their encoding does not have, in a way that JSON reads too."""
    import codecs

    codecs.register_error(ENCODING_ERRORS, _unencodable)
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=ENCODING_ERRORS)


def _steers(character: str) -> bool:
    if character in "\t\f":
        return False
    code = ord(character)
    is_control = code < 0x20 or 0x7F <= code < 0xA0
    return is_control or 0xD800 <= code < 0xE000 or character in _BIDIRECTIONAL


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        code -= 0xDC00  # how Python holds a byte that is not UTF-8
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _unencodable(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_unit, error.object[error.start : error.end])), error.end


def _unit(character: str) -> str:
    """The escape that JSON has for a character."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
