"""Whether a file makes something with a named argument and uses it in the same expression.

What such an expression looks like is told from its brackets, without a parser: never a no too
many.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from keyword import kwlist, softkwlist

from layerlint.project.words import followers, next_code

STRINGS = {
    b'"""': re.compile(rb'(?:[^\\"]|\\[\s\S]|"(?!""))*"""'),
    b"'''": re.compile(rb"(?:[^\\']|\\[\s\S]|'(?!''))*'''"),
    b'"': re.compile(rb'(?:[^\\"\n]|\\[\s\S])*"'),
    b"'": re.compile(rb"(?:[^\\'\n]|\\[\s\S])*'"),
}
COMMENT = re.compile(rb"#[^\r\n]*")
# The opening of a string with its prefix, also within parentheses.
TEXT = re.compile(rb"[(\s]*[bBrRuU]{0,2}[\"']")
CLOSED_BY = {b"(": b")", b"[": b"]", b"{": b"}"}
# An expression in parentheses may follow these, which are no functions.
KEYWORDS = frozenset(word.encode() for word in (*kwlist, *softkwlist))
LAST_WORD = re.compile(rb"\w{1,40}$")
CALL, GROUP, RECEIVER = "call", "group", "receiver"


class _Bracket:
    __slots__ = ("is_marked", "kind", "opening")

    def __init__(self, opening: bytes, kind: str) -> None:
        self.opening = opening
        self.kind = kind
        self.is_marked = False


def is_applied_with(data: bytes, argument: str) -> bool:
    """Tell whether what a call with a string for `argument` gives is called or added at once.

    That is `Dense(3, name="a")(x)` and `model.add(Dense(3, name="a"))`.
    """
    marks = _marks(data, argument.encode())
    if not marks:
        return False
    places = sorted(marks)
    receivers = set(followers(data, b"add"))
    wanted = re.compile(rb"[#\"'()\[\]{}]|\b%s\b" % re.escape(argument.encode()))
    stack: list[_Bracket] = []
    position = commented = 0
    while match := wanted.search(data, position):
        token, start, position = match[0], match.start(), match.end()
        if token == b"#":
            position = commented = end_of_comment(data, start)
        elif token in (b'"', b"'"):
            position, is_formatted = end_of_string(data, start)
            inside = bisect_left(places, position) > bisect_left(places, start)
            if position > len(data) or (is_formatted and inside):
                return True
        elif token in CLOSED_BY:
            kind = RECEIVER if start in receivers else _kind(data, start, commented)
            stack.append(_Bracket(token, kind))
        elif token in (b")", b"]", b"}"):
            if not stack or CLOSED_BY[stack[-1].opening] != token:
                return True
            if stack.pop().is_marked and _is_used(data, position, stack):
                return True
        elif start in marks and stack:
            stack[-1].is_marked = True
    return bool(stack)


def _marks(data: bytes, argument: bytes) -> set[int]:
    """Return where the argument is given a string, in code or what looks like it."""
    marks = set()
    start = data.find(argument)
    while start >= 0:
        end = start + len(argument)
        equals = next_code(data, end)
        if data.startswith(b"=", equals) and TEXT.match(data, next_code(data, equals + 1)):
            marks.add(start)
        start = data.find(argument, end)
    return marks


def end_of_comment(data: bytes, start: int) -> int:
    """Return where the line of a comment ends."""
    match = COMMENT.match(data, start)
    return match.end() if match is not None else len(data)


def end_of_string(data: bytes, start: int) -> tuple[int, bool]:
    """Return where a string ends, and whether there may be code in it."""
    quote = data[start : start + 1]
    if data.startswith(quote * 3, start):
        quote *= 3
    prefix = data[max(start - 2, 0) : start].lower()
    begin = start + len(quote)
    end = data.find(quote, begin)
    is_plain = end >= 0 and data.find(b"\\", begin, end) < 0
    if not is_plain or (len(quote) == 1 and data.find(b"\n", begin, end) >= 0):
        match = STRINGS[quote].match(data, begin)
        end = len(data) if match is None else match.end() - len(quote)
    return end + len(quote), b"f" in prefix or b"t" in prefix


def _kind(data: bytes, start: int, commented: int) -> str:
    """What a bracket is opened for; a group where that cannot be told."""
    before = data[max(start - 80, 0) : start].rstrip(b" \t\f\r\n\\")
    end = max(start - 80, 0) + len(before)
    if not before or end <= commented:
        return GROUP
    word = LAST_WORD.search(before)
    if word is not None:
        return GROUP if word[0] in KEYWORDS else CALL
    return CALL if before.endswith((b")", b"]", b"}")) else GROUP


def _is_used(data: bytes, end: int, stack: list[_Bracket]) -> bool:
    """Whether what a call gives is used at once; a group around it is looked at when it ends."""
    if data.startswith(b"(", next_code(data, end)):
        return True
    if stack and stack[-1].kind == GROUP:
        stack[-1].is_marked = True
    return bool(stack) and stack[-1].kind == RECEIVER
