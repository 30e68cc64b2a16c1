"""Suppressions: the comments of a file that name rules, what each covers, and whether it was used.

    x.assign(...)  # layerlint: ignore[LL102]  the reason    this statement
    # layerlint: ignore[LL102]                               the next statement
    class Cache(Layer):  # layerlint: ignore[LL102]          the whole class
    # layerlint: file-ignore[LL102, unguarded-random-op]     the file
    # layerlint: disable[LL1] ... # layerlint: enable[LL1]   up to there, or the end of the block
    x.assign(...)  # noqa: LL102                             this statement

Comments and statements are read with `tokenize`, and only in files that mention one of the words.
"""

from __future__ import annotations

import io
import re
import tokenize
from bisect import bisect_right

from layerlint import catalogue
from layerlint.files.source import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.diagnostics import Diagnostic
    from layerlint.fixes.edit import Fix

KINDS = ("ignore", "file-ignore", "disable", "enable")
_MENTIONED = re.compile(rb"layerlint\s*:|noqa", re.IGNORECASE)
_OWN = re.compile(r"#\s*layerlint\s*:\s*(?P<body>[^#]*)")
_DIRECTIVE = re.compile(r"(?P<kind>[-\w]+)\s*(?:\[(?P<rules>[^\]]*)\])?")
_NOQA = re.compile(r"#\s*noqa(?P<rules>\s*:\s*[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*)?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\s,]+")
_NOQA_WORD = re.compile(r"[A-Z]+\d+", re.IGNORECASE)


class Selector:
    """One rule, prefix, name or family in a suppression, and the rows that it covers."""

    __slots__ = ("closed_by", "codes", "first_row", "last_row", "text", "used")

    def __init__(self, text: str, codes: frozenset[str]) -> None:
        self.text = text
        self.codes = codes
        self.first_row = 0
        self.last_row = 0
        self.used = False
        self.closed_by: tuple[Suppression, Selector] | None = None

    def covers(self, row: int) -> bool:
        """Whether a diagnostic that starts on that row is suppressed."""
        return self.first_row <= row <= self.last_row


class Suppression:
    """One comment, or the part of it from one `#` to the next.

    `start` and `end` are the character offsets of that part, `rules` those between the brackets.
    `kind` is one of `KINDS`, or `noqa`; `problem` says why the comment is not a valid suppression.
    """

    __slots__ = ("end", "kind", "own_line", "problem", "row", "rules", "selectors", "start")

    def __init__(self, kind: str, start: int, end: int, row: int, *, own_line: bool) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.row = row
        self.own_line = own_line
        self.rules = (end, end)
        self.selectors: list[Selector] = []
        self.problem: str | None = None

    def unknown(self) -> list[Selector]:
        """The selectors that stand for no rule."""
        return [selector for selector in self.selectors if not selector.codes]


class Statement:
    """The rows of one logical line, and how it begins."""

    __slots__ = ("column", "first_row", "keyword", "last_row")

    def __init__(self, first_row: int, column: int, keyword: str) -> None:
        self.first_row = first_row
        self.last_row = first_row
        self.column = column
        self.keyword = keyword


class Complaint:
    """What a rule about suppressions reports: a range of the text, a message and a fix."""

    __slots__ = ("end", "fields", "fix", "message", "start")

    def __init__(
        self, suppression: Suppression, message: str, fields: dict[str, object], fix: Fix
    ) -> None:
        self.start = suppression.start
        self.end = suppression.end
        self.message = message
        self.fields = fields
        self.fix = fix


class Suppressions:
    """All suppressions of a file."""

    __slots__ = ("_statements", "all", "lines", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.all: list[Suppression] = []
        self._statements: list[Statement] = []
        self._read()
        self._resolve()

    def suppress(self, diagnostic: Diagnostic) -> bool:
        """Whether a suppression covers the diagnostic; every one that does counts as used."""
        found = False
        for suppression in self.all:
            for selector in suppression.selectors:
                if diagnostic.code in selector.codes and selector.covers(diagnostic.start_row):
                    selector.used = found = True
        return found

    def suppress_whole_file(self, diagnostic: Diagnostic) -> bool:
        """Whether a `file-ignore` covers the diagnostic: nothing else hides one about comments."""
        return any(
            diagnostic.code in selector.codes
            for suppression in self.all
            if suppression.kind == "file-ignore"
            for selector in suppression.selectors
        )

    def _read(self) -> None:
        statement: Statement | None = None
        own_line = True
        stream = io.StringIO(self.text, newline="")
        for token in tokenize.generate_tokens(stream.readline):
            row, column = token.start
            if token.type == tokenize.COMMENT:
                start = self.lines.offset(row, column + 1)
                self.all += _parsed(token.string, start, row, own_line=own_line)
            elif token.type == tokenize.NL:
                own_line = True
            elif token.type == tokenize.NEWLINE:
                if statement is not None:
                    statement.last_row = row
                statement, own_line = None, True
            elif token.type not in (tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
                own_line = False
                if statement is None:
                    statement = Statement(row, column, token.string)
                    self._statements.append(statement)

    def _resolve(self) -> None:
        """Give every selector the rows that it covers."""
        open_ranges: list[Selector] = []
        for suppression in self.all:
            if suppression.kind == "enable":
                self._close(suppression, open_ranges)
                continue
            first, last = self._rows(suppression)
            for selector in suppression.selectors:
                selector.first_row, selector.last_row = first, last
            if suppression.kind == "disable":
                open_ranges += suppression.selectors

    def _close(self, enable: Suppression, open_ranges: list[Selector]) -> None:
        for selector in enable.selectors:
            closed = [
                opened
                for opened in open_ranges
                if opened.codes == selector.codes and opened.covers(enable.row)
            ]
            for opened in closed:
                opened.last_row = enable.row
                opened.closed_by = (enable, selector)
                open_ranges.remove(opened)
            if selector.codes and not closed:
                enable.problem = f"`{selector.text}` is not disabled here"

    def _rows(self, suppression: Suppression) -> tuple[int, int]:
        row = suppression.row
        if suppression.kind == "file-ignore":
            return 1, len(self.lines)
        if suppression.kind == "disable":
            return row, self._end_of_block(row, suppression)
        index = bisect_right(self._statements, row, key=lambda statement: statement.first_row) - 1
        if index < 0 or self._statements[index].last_row < row:
            if not suppression.own_line or suppression.kind == "noqa":
                return row, row
            index += 1
        if index >= len(self._statements):
            return row, row
        return self._extent(index, whole_class=suppression.kind == "ignore")

    def _extent(self, index: int, *, whole_class: bool) -> tuple[int, int]:
        """The rows of a statement with its decorators, and with its body if it is a class."""
        statements = self._statements
        first = last = index
        while statements[last].keyword == "@" and last + 1 < len(statements):
            last += 1
        while first and statements[first - 1].keyword == "@":
            first -= 1
        head = statements[last]
        if whole_class and head.keyword == "class":
            return statements[first].first_row, self._last_row_of_body(last)
        return statements[first].first_row, head.last_row

    def _last_row_of_body(self, index: int) -> int:
        column = self._statements[index].column
        last = self._statements[index]
        for statement in self._statements[index + 1 :]:
            if statement.column <= column:
                break
            last = statement
        return last.last_row

    def _end_of_block(self, row: int, suppression: Suppression) -> int:
        """The row before the first statement that is indented less than the comment."""
        column = self.lines.position(suppression.start)[1] - 1
        if not suppression.own_line:
            line = self.lines.line(row)
            column = len(line) - len(line.lstrip())
        for statement in self._statements:
            if statement.first_row > row and statement.column < column:
                return statement.first_row - 1
        return len(self.lines)


def mentions_suppression(data: bytes) -> bool:
    """Whether a file may hold a suppression at all."""
    return _MENTIONED.search(data) is not None


def read(text: str) -> Suppressions:
    """The suppressions of a text that Python can parse."""
    return Suppressions(text)


def _parsed(comment: str, offset: int, row: int, *, own_line: bool) -> Iterator[Suppression]:
    for match in re.finditer(r"#[^#]*", comment):
        start, part = offset + match.start(), match[0].rstrip()
        own = _OWN.match(part)
        noqa = _NOQA.match(part)
        if own:
            suppression = Suppression("", start, start + len(part), row, own_line=own_line)
            _parse_own(suppression, own["body"], start + own.start("body"))
            yield suppression
        elif noqa:
            suppression = Suppression("noqa", start, start + len(part), row, own_line=own_line)
            _parse_noqa(suppression, noqa, start)
            yield suppression


def _parse_own(suppression: Suppression, body: str, offset: int) -> None:
    directive = _DIRECTIVE.match(body)
    suppression.kind = directive["kind"] if directive else ""
    if suppression.kind not in KINDS:
        suppression.problem = f"`{body.strip()}` is none of {', '.join(KINDS)}"
        return
    assert directive is not None
    if directive["rules"] is None or not directive["rules"].strip():
        suppression.problem = f"`{suppression.kind}` names no rule"
        return
    suppression.rules = (offset + directive.start("rules"), offset + directive.end("rules"))
    for word in _WORD.finditer(directive["rules"]):
        codes = frozenset(rule.code for rule in catalogue.matching(word[0]))
        suppression.selectors.append(Selector(word[0], codes))


def _parse_noqa(suppression: Suppression, noqa: re.Match[str], start: int) -> None:
    if noqa["rules"] is None:
        everything = frozenset(r.code for r in catalogue.rules() if r.family != "suppression")
        suppression.selectors.append(Selector("", everything))
        return
    words = list(_NOQA_WORD.finditer(noqa[0], noqa.start("rules")))
    suppression.rules = (start + words[0].start(), start + words[-1].end())
    for word in words:
        found = catalogue.find(word[0])
        codes = frozenset([found.code]) if found else frozenset[str]()
        suppression.selectors.append(Selector(word[0], codes))
