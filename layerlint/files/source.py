"""Bytes to text and back by PEP 263: encoding, byte order mark and line endings survive."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right

NOTEBOOK = ".ipynb"
_BOM = codecs.BOM_UTF8
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"^[ \t\f]*(?:#.*)?$")
# For names of hosts, and for none at all; the time they take grows with the square of the text.
_NO_SOURCE = frozenset({"idna", "punycode", "undefined"})
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE = re.compile(r"\r\n|\r|\n")


class Undecodable(ValueError):
    """The bytes are not text in the encoding that the file declares; says where and which."""

    def __init__(self, message: str, row: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.row = row
        self.column = column


class Source:
    """The bytes and the text of a file, and what is needed to write it back."""

    # Notebooks may be in another one.
    language = "python"

    __slots__ = ("_lines", "bom", "data", "encoding", "text")

    def __init__(self, data: bytes, text: str, encoding: str, bom: bool) -> None:
        self.data = data
        self.text = text
        self.encoding = encoding
        self.bom = bom
        self._lines: Lines | None = None

    @property
    def code(self) -> bytes:
        """The bytes of the Python that is checked."""
        return self.data

    @property
    def parts(self) -> list[tuple[str, str]]:
        """What a reader sees as texts of its own, each with its name: here one, without a name."""
        return [("", self.text)]

    @property
    def lines(self) -> Lines:
        """The rows and columns of the text."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def encode(self, text: str) -> bytes:
        """The bytes of a changed text, in the encoding and with the byte order mark of the file."""
        return (_BOM if self.bom else b"") + text.encode(self.encoding)

    def survives(self, text: str) -> bool:
        """Whether a text can be written with nothing else altered.

        Some codecs read several sequences of bytes as one character (big5hkscs, utf-7), and would
        change what nobody touched.
        """
        try:
            after = self._decode(self.encode(text))
            return self.encode(self.text) == self.data and after.text == text
        except ValueError:
            return False

    @staticmethod
    def _decode(data: bytes) -> Source:
        return decode(data)


def decode(data: bytes, path: str = "") -> Source:
    """The source that the bytes of a file hold; raises `Undecodable`."""
    if path.endswith(NOTEBOOK):
        from layerlint.files.notebook import decode_notebook

        return decode_notebook(data)
    bom = data.startswith(_BOM)
    content = data[len(_BOM) :] if bom else data
    encoding = _declared(content) or "utf-8"
    if bom and encoding != "utf-8":
        raise Undecodable(f"the file starts with a UTF-8 byte order mark but declares `{encoding}`")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start]
        row = before.count(b"\n") + 1
        column = len(before) - before.rfind(b"\n")
        offset = error.start + (len(_BOM) if bom else 0)
        said = "declared" if _declared(content) else "the default, none is declared"
        raise Undecodable(
            f"byte {offset} (0x{content[error.start]:02x}) is not {encoding} ({said})", row, column
        ) from error
    except Exception as error:
        # A codec may raise whatever it likes; those of Python raise plain `UnicodeError`s.
        raise Undecodable(f"the bytes are not {encoding}: {error}") from error
    half = None if encoding == "utf-8" else _SURROGATE.search(text)  # UTF-8 refuses halves itself
    if half is not None:
        place = Lines(text).position(half.start())
        raise Undecodable(f"{encoding} gives half of a surrogate pair, which is no text", *place)
    return Source(data, text, encoding, bom)


def encoded(text: str) -> bytes:
    """The bytes in which a text is saved: in the encoding that it declares.

    Where that is none, or cannot hold the text, decoding the bytes will say so.
    """
    data = text.encode("utf-8", "surrogatepass")
    try:
        return text.encode(_declared(data.removeprefix(_BOM)) or "utf-8")
    except ValueError:
        return data


def _declared(content: bytes) -> str | None:
    """The encoding that one of the first two lines declares, by its normalised name."""
    for row, line in enumerate(content[:1024].splitlines()[:2], 1):
        match = _COOKIE.match(line)
        if match:
            name = match[1].decode("ascii", "replace")
            try:
                codec = codecs.lookup(name)
            except LookupError as error:
                raise Undecodable(f"unknown encoding `{name}`", row) from error
            if not getattr(codec, "_is_text_encoding", True) or codec.name in _NO_SOURCE:
                raise Undecodable(f"`{name}` is not an encoding of text", row)
            return "utf-8" if codec.name in ("utf-8", "utf-8-sig") else codec.name
        if not _BLANK.match(line):
            return None
    return None


class Lines:
    """Offsets to rows and columns, both counted from one and columns in characters.

    `cell` is the number of the notebook's cell whose rows these are, if they are a cell's.
    """

    __slots__ = ("_starts", "text")

    cell: int | None = None

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _LINE.finditer(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """The row and column of a character offset."""
        row = bisect_right(self._starts, offset)
        return row, offset - self._starts[row - 1] + 1

    def offset(self, row: int, column: int = 1) -> int:
        """The character offset of a row and column."""
        return self._starts[row - 1] + column - 1

    def line(self, row: int) -> str:
        """The text of a row without its line ending."""
        end = self._starts[row] if row < len(self._starts) else len(self.text)
        return self.text[self._starts[row - 1] : end].rstrip("\r\n")
