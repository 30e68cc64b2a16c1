"""Lines that IPython runs and Python cannot parse, as comments behind a call that means nothing.

Every line stays a line, so that rows are those of the cell; what a line was is read back from it.
"""

from __future__ import annotations

import re

# Nobody writes it, and it ends no line.
MARK = "#\x1f"
# Cell magics whose body is Python of this notebook.
_PYTHON_BODIES = frozenset({"capture", "debug", "prun", "python", "python3", "time", "timeit"})
_CALL = "get_ipython()"
_ESCAPED = re.compile(r"(?:get_ipython\(\)  )?#\x1f")
# `%time x`, `!ls`, `?layer`, `layer??`; and as a value, `files = !ls`.
_STATEMENT = re.compile(r"[ \t]*(?:[%!?/,;]|%?[\w.*]+\?{1,2}\s*$)")
_VALUE = re.compile(r"[ \t]*[A-Za-z_][\w.,* \t\[\]]*=[ \t]*(?=[%!])")
_CANDIDATE = re.compile(r"[%!?/,;]|\?\s*$", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_TOKEN = re.compile(
    r"(?P<quotes>'''|\"\"\"|'|\")|(?P<comment>#)|(?P<open>[(\[{])|(?P<close>[)\]}])"
)


def escaped(cell: str) -> str:
    """The text of a cell as Python that can be parsed, with as many lines."""
    if _CANDIDATE.search(cell) is None:
        return cell
    magic = re.match(r"\s*%%(\w*)", cell)
    if magic is not None and magic[1] not in _PYTHON_BODIES:
        return commented(cell)
    position = _Position()
    lines = []
    is_continued = False
    for line in _LINE.findall(cell):
        shown = line
        if is_continued:
            shown = MARK + line
        elif position.begins_statement:
            shown = _escaped_line(line)
        if shown is line:
            position.advance(line)
        else:
            is_continued = line.rstrip("\r\n").endswith("\\")
        lines.append(shown)
    return "".join(lines)


def commented(cell: str) -> str:
    """The text of a cell that is no Python at all, as comments."""
    return "".join(MARK + line for line in _LINE.findall(cell))


def restored(text: str) -> str:
    """What was escaped or commented, as it was."""
    return _ESCAPED.sub("", text) if MARK in text else text


def _escaped_line(line: str) -> str:
    value = _VALUE.match(line)
    if value is not None:
        return f"{value[0]}{_CALL}  {MARK}{line[value.end() :]}"
    if _STATEMENT.match(line) is None:
        return line
    body = line.lstrip(" \t")
    return f"{line[: len(line) - len(body)]}{_CALL}  {MARK}{body}"


class _Position:
    """What is open at the end of a line: brackets, a string, a join."""

    __slots__ = ("_depth", "_is_joined", "_quotes")

    def __init__(self) -> None:
        self._depth = 0
        self._quotes = ""
        self._is_joined = False

    @property
    def begins_statement(self) -> bool:
        """Whether a statement may begin in the next line."""
        return not (self._depth or self._quotes or self._is_joined)

    def advance(self, line: str) -> None:
        """Read a line of Python."""
        start = self._string_end(line, 0) if self._quotes else 0
        self._is_joined = line.rstrip("\r\n").endswith("\\")
        while (match := _TOKEN.search(line, start)) is not None:
            start = match.end()
            if match["comment"]:
                self._is_joined = False
                return
            if match["quotes"]:
                self._quotes = match["quotes"]
                start = self._string_end(line, start)
            elif match["open"]:
                self._depth += 1
            else:
                self._depth = max(0, self._depth - 1)

    def _string_end(self, line: str, start: int) -> int:
        """Where the open string ends in the line, or the line itself."""
        end = re.compile(rf"(?:[^\\]|\\.)*?{self._quotes}", re.DOTALL).match(line, start)
        if end is None:
            # A string in simple quotes is over with its line, unless that is joined.
            if len(self._quotes) == 1 and not line.rstrip("\r\n").endswith("\\"):
                self._quotes = ""
            return len(line)
        self._quotes = ""
        return end.end()
