"""What calls in a file are given for arguments by name, told without a parser: never a no too many.

Only code that looks like `name=...` behind a bracket or a comma gives an argument; what stands in
strings and comments may look like that as well.
"""

from __future__ import annotations

import re

from layerlint.project.applied import CLOSED_BY, end_of_comment, end_of_string
from layerlint.project.words import LETTERS, NAME, followers, next_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STOPS = re.compile(rb"[#\"'()\[\]{},\n]")
# What an expression goes on with behind the end of a line, within the brackets of a call.
_JOINING = frozenset(b"and else for if in is not or".split())
_BLANKS = b" \t\f\r\n\\"
# In bytes: what is longer counts as reaching to the end of the file.
LONGEST_VALUE = 2000


def is_given(data: bytes, argument: str, text: str) -> bool:
    """Tell whether a text stands in a string in what some call gives for `argument`.

    That is `Dense(3, name=prefix + "/a")` for `name` and `/`.
    """
    part = text.encode()
    return any(_holds(data, start, part) for start in _given(data, argument.encode(), whole=True))


def is_passed(data: bytes, argument: str) -> bool:
    """Tell whether some call gives a value for `argument` by its name, or a function takes it."""
    return any(True for _ in _given(data, argument.encode(), whole=True))


def passes_function(data: bytes, arguments: Iterable[str]) -> bool:
    """Tell whether a lambda or a function of the file may be given for one of some arguments.

    The name of the argument is one of those, or ends in it after an underscore.
    """
    defined: frozenset[bytes] | None = None
    for argument in arguments:
        for start in _given(data, argument.encode(), whole=False):
            while data.startswith(b"(", start):
                start = next_code(data, start + 1)
            name = NAME.match(data, start)
            if name is None:
                continue
            if name[0] == b"lambda":
                return True
            if defined is None:
                defined = _functions(data)
            if name[0] == b"self" and data.startswith(b".", name.end()):
                name = NAME.match(data, name.end() + 1) or name
            if name[0] in defined:
                return True
    return False


def _given(data: bytes, argument: bytes, *, whole: bool) -> Iterator[int]:
    """Yield where the values of an argument begin, or of those that end in its name."""
    start = data.find(argument)
    while start >= 0:
        end = start + len(argument)
        equals = next_code(data, end)
        if data.startswith(b"=", equals) and not data.startswith(b"==", equals):
            begin = start
            while begin and (data[begin - 1] in LETTERS or data[begin - 1] > 127):
                begin -= 1
            # `kernel_initializer` ends in `initializer`, `reinitializer` does not.
            is_meant = begin == start or (not whole and data[start - 1 : start] == b"_")
            if is_meant and _is_argument(data, begin):
                yield next_code(data, equals + 1)
        start = data.find(argument, end)


def _is_argument(data: bytes, start: int) -> bool:
    """Whether a name stands where a call has its arguments, as far as what is before it tells."""
    before = data[max(start - LONGEST_VALUE, 0) : start]
    code = before.rstrip(_BLANKS)
    if code.endswith((b"(", b",")):
        return True
    line = code.rpartition(b"\n")[2]
    is_cut = len(before) == LONGEST_VALUE and len(line) == len(code)
    return is_cut or (b"#" in line and any(mark in before[len(code) :] for mark in (b"\n", b"\r")))


def _holds(data: bytes, start: int, part: bytes) -> bool:
    """Whether a text is in a string of the value that begins at `start`, or may be."""
    depth, position, last = 0, start, start + LONGEST_VALUE
    has_code = False
    commented = -1
    while (match := _STOPS.search(data, position, last)) is not None:
        token, position = match[0], match.end()
        if token == b"#":
            position = commented = end_of_comment(data, match.start())
        elif token == b"\n":
            if not depth and match.start() > commented and _is_over(data, position):
                return has_code and part in data[start:position]
        elif token in (b'"', b"'"):
            position, is_formatted = end_of_string(data, match.start())
            has_code |= is_formatted
            if part in data[match.start() : position]:
                return True
        elif token in CLOSED_BY:
            depth += 1
        elif token != b"," and depth:
            depth -= 1
        elif not depth:
            return has_code and part in data[start:position]
    return part in data[start:]


def _is_over(data: bytes, position: int) -> bool:
    """Whether a statement ends where a line does, so that there are no brackets around."""
    before = data[max(position - 80, 0) : position].rstrip(_BLANKS)[-1:]
    after = NAME.match(data, next_code(data, position))
    return (
        after is not None
        and after[0] not in _JOINING
        and not data.startswith((b'"', b"'"), after.end())
        and bool(before)
        and (before in b"\"')]}" or before[0] in LETTERS)
    )


def _functions(data: bytes) -> frozenset[bytes]:
    """The names of what may be functions of the file."""
    found = (NAME.match(data, position) for position in followers(data, b"def"))
    return frozenset(match[0] for match in found if match is not None)
