"""The words of a file: every identifier that it may hold, in code, strings and comments alike.

What is found here is a superset of what the code holds, and it is found in one pass without a
parser. So a file that lacks a word cannot use it, and need not be parsed to see that.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")
# Everything that cannot be part of an identifier of ASCII letters becomes a blank.
BLANKED = bytes(byte if byte in LETTERS else 32 for byte in range(256))
NAME = re.compile(rb"[A-Za-z_]\w*")
BLANKS = re.compile(rb"[\s\\]*")
CODING = re.compile(rb"coding[:=]([ \t]*)([-\w.]+)")
# Encodings in which the bytes of ASCII letters are those letters, by how their names begin.
LIKE_ASCII = (
    *("ascii", "us-ascii", "utf-8", "utf8", "latin", "iso-8859", "iso8859", "l1", "8859"),
    *("cp125", "cp437", "cp850", "cp866", "cp932", "cp936", "cp949", "windows-125", "koi8", "mac"),
    *("euc", "gb", "big5", "shift-jis", "sjis"),
)
# Calls that give what their arguments, which are strings, name.
NAMING_CALLS = frozenset(
    {"getattr", "import_module", "__import__", "LazyLoader", "lazy_import", "try_import"}
)


class Words:
    """The words of one file; those after dots are looked for when somebody asks for them."""

    __slots__ = ("_members", "all", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.all: frozenset[str] = frozenset(data.translate(BLANKED).decode("ascii").split())
        self._members: frozenset[str] | None = None

    @property
    def members(self) -> frozenset[str]:
        """The words that stand after a dot, or may be the name in a `getattr`."""
        if self._members is None:
            if self.all.isdisjoint(NAMING_CALLS):
                self._members = members(self.data)
            else:
                self._members = self.all
        return self._members


def members(data: bytes) -> frozenset[str]:
    """Return the words that stand after a dot."""
    found = (NAME.match(data, position) for position in followers(data, b"."))
    return frozenset(match[0].decode() for match in found if match is not None)


def has_word(data: bytes, word: bytes) -> bool:
    """Tell whether a word of ASCII letters occurs; much faster than finding all words."""
    position = data.find(word)
    while position >= 0:
        end = position + len(word)
        begins = position == 0 or data[position - 1] not in LETTERS
        if begins and (end == len(data) or data[end] not in LETTERS):
            return True
        position = data.find(word, end)
    return False


def has_row(data: bytes, texts: Sequence[bytes]) -> bool:
    """Tell whether texts follow each other somewhere, but for blanks and comments."""
    first, *others = texts
    return any(_goes_on(data, position, others) for position in followers(data, first))


def _goes_on(data: bytes, position: int, texts: Sequence[bytes]) -> bool:
    for number, text in enumerate(texts):
        if not data.startswith(text, position):
            return False
        if number < len(texts) - 1:
            position = next_code(data, position + len(text))
    return True


def followers(data: bytes, mark: bytes) -> Iterator[int]:
    """Yield where the code after each mark begins, blanks, line ends and comments passed over."""
    known: dict[int, int] = {}
    position = data.find(mark)
    while position >= 0:
        end = position + len(mark)
        yield next_code(data, end, known)
        position = data.find(mark, end)


def is_like_ascii(data: bytes) -> bool:
    """Tell whether ASCII letters are themselves in a file, as far as its first lines say.

    Elsewhere, as in UTF-7, the file may hold words that its bytes do not show.
    """
    end = data.find(b"\n", data.find(b"\n") + 1)
    head = data if end < 0 else data[:end]
    if b"coding" not in head:
        return True
    return all(
        match[2].decode().lower().replace("_", "-").startswith(LIKE_ASCII)
        for match in CODING.finditer(head)
    )


def next_code(data: bytes, position: int, known: dict[int, int] | None = None) -> int:
    """Return where code goes on; `known` has it for comments, so that none is passed twice."""
    known = {} if known is None else known
    passed = []
    while True:
        blank = BLANKS.match(data, position)
        position = blank.end() if blank is not None else position
        if position in known:
            position = known[position]
            break
        if not data.startswith(b"#", position):
            break
        passed.append(position)
        end = data.find(b"\n", position)
        position = end if end >= 0 else len(data)
    for start in passed:
        known[start] = position
    return position
