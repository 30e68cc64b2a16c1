"""Which rows each suppression of a file covers, and whether it was needed."""

from __future__ import annotations

import io
import tokenize
from bisect import bisect_right

from layerlint.files.source import Lines
from layerlint.suppress.comments import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.suppress.comments import Selector, Suppression


class Statement:
    """The rows of one logical line, and how it begins."""

    __slots__ = ("column", "first_row", "keyword", "last_row")

    def __init__(self, first_row: int, column: int, keyword: str) -> None:
        self.first_row = first_row
        self.last_row = first_row
        self.column = column
        self.keyword = keyword


class Untokenisable(ValueError):
    """A text is no Python: not even its comments can be told from the rest."""


class Suppressions:
    """All suppressions of a file; raises `Untokenisable` for a text that is no Python."""

    __slots__ = ("_statements", "all", "lines", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.all: list[Suppression] = []
        self._statements: list[Statement] = []
        try:
            self._read()
        except (tokenize.TokenError, SyntaxError) as error:
            raise Untokenisable(str(error)) from None
        self._resolve()

    def forget_use(self) -> None:
        """Begin anew: none has covered anything."""
        for suppression in self.all:
            for selector in suppression.selectors:
                selector.used = False

    def leave_to_others(self, prefixes: Sequence[str]) -> None:
        """Take the words that begin with one of the prefixes for codes of other linters."""
        folded = tuple(prefix.casefold() for prefix in prefixes if prefix)
        for suppression in self.all:
            for selector in suppression.selectors:
                selector.foreign = selector.text.casefold().startswith(folded)

    def suppress(self, diagnostic: Diagnostic) -> bool:
        """Whether a suppression covers the diagnostic; every one that does counts as used."""
        found = False
        for suppression in self.all:
            for selector in suppression.selectors:
                if diagnostic.code in selector.codes and selector.covers(diagnostic.start_row):
                    selector.used = found = True
        return found

    def comment_on(self, code: str, row: int) -> str | None:
        """The text of the first comment that covers a rule on a row, None where none does."""
        for suppression in self.all:
            for selector in suppression.selectors:
                if code in selector.codes and selector.covers(row):
                    return self.text[suppression.start : suppression.end]
        return None

    def suppress_step(self, code: str, row: int) -> bool:
        """Whether a suppression that names the rule covers a step on the way to a diagnostic.

        A blanket `noqa` may be there for another linter, and does not reach that far.
        """
        found = False
        for suppression in self.all:
            for selector in suppression.selectors:
                if selector.text and code in selector.codes and selector.covers(row):
                    selector.used = found = True
        return found

    def last_row_of_statement(self, row: int) -> int:
        """The last row of the logical line that a row belongs to, where a comment can follow."""
        index = bisect_right(self._statements, row, key=lambda statement: statement.first_row) - 1
        return max(row, self._statements[index].last_row) if index >= 0 else row

    def row_of_class(self, row: int) -> int | None:
        """The row at whose end a comment covers the innermost class around a row, if there is one.

        None also on the head of that class, where any comment does.
        """
        index = bisect_right(self._statements, row, key=lambda statement: statement.first_row) - 1
        if index < 0 or self._statements[index].keyword == "class":
            return None
        column = self._statements[index].column
        for statement in reversed(self._statements[:index]):
            if statement.column < column:
                column = statement.column
                if statement.keyword == "class":
                    return statement.first_row
        return None

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
                self.all += parse(token.string, start, row, own_line=own_line)
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


def suppressions_in(text: str) -> Suppressions | None:
    """All suppressions of a text; None for one that is no Python, where no comment counts.

    The tokenizer of the standard library refuses also a few texts that Python itself takes.
    """
    try:
        return Suppressions(text)
    except Untokenisable:
        return None
