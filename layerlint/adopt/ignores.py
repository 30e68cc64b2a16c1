"""`--add-ignore`: a suppression comment for each finding, at the end of its statement."""

from __future__ import annotations

import re

from layerlint import catalogue
from layerlint.failure import Failure
from layerlint.fixes.apply import edited
from layerlint.fixes.edit import Edit
from layerlint.suppress.scope import Suppressions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.suppress.comments import Suppression


# What has to stay in the first two lines to be heard: the interpreter and the encoding.
_FIRST = re.compile(r"#!|[ \t\f]*#.*?coding[:=]")


def require_reason(reason: str) -> None:
    """Fail for a reason that would not stay in its comment."""
    if "#" in reason or "\n" in reason or "\r" in reason:
        raise Failure("the reason of --add-ignore must be one line without `#`")


def with_ignores(text: str, diagnostics: Sequence[Diagnostic], reason: str) -> str:
    """The text with a comment for each of the diagnostics, all of which lie in it.

    Raises `Untokenisable` where the comments of the text cannot be told from the rest.
    """
    suppressions = Suppressions(text)
    codes: dict[int, set[str]] = {}
    for diagnostic in diagnostics:
        row = suppressions.last_row_of_statement(diagnostic.start_row)
        codes.setdefault(row, set()).add(diagnostic.code)
    edits = [_comment(suppressions, row, sorted(found), reason) for row, found in codes.items()]
    return edited(text, edits)


def ways_to_ignore(text: str, diagnostic: Diagnostic) -> Iterator[tuple[str, Edit]]:
    """The comments that hide a diagnostic, the narrowest first, and what each of them covers.

    Raises `Untokenisable` where the comments of the text cannot be told from the rest.
    """
    suppressions, codes = Suppressions(text), [diagnostic.code]
    row = suppressions.last_row_of_statement(diagnostic.start_row)
    yield "statement", _comment(suppressions, row, codes, "")
    head = suppressions.row_of_class(diagnostic.start_row)
    if head is not None:
        row = suppressions.last_row_of_statement(head)
        yield "class", _comment(suppressions, row, codes, "")
    yield "file", _comment_on_file(suppressions, diagnostic.code)


def can_be_ignored(diagnostic: Diagnostic) -> bool:
    """Whether a comment can hide it: findings about comments are better mended."""
    rule = catalogue.find(diagnostic.code)
    return rule is not None and rule.family != "suppression"


def _comment(suppressions: Suppressions, row: int, codes: list[str], reason: str) -> Edit:
    standing = _standing(suppressions, row)
    if standing is not None:
        end = standing.rules[1]
        return Edit(end, end, "".join(f", {code}" for code in codes))
    lines = suppressions.lines
    end = lines.offset(row) + len(lines.line(row).rstrip())
    comment = f"  # layerlint: ignore[{', '.join(codes)}]"
    return Edit(end, end, f"{comment}  {reason}" if reason else comment)


def _comment_on_file(suppressions: Suppressions, code: str) -> Edit:
    """The edit that adds a code to the first comment about the whole file, or such a comment."""
    for suppression in suppressions.all:
        if suppression.kind == "file-ignore" and suppression.problem is None:
            end = suppression.rules[1]
            return Edit(end, end, f", {code}")
    lines, first = suppressions.lines, 1
    while first < min(3, len(lines)) and _FIRST.match(lines.line(first)):
        first += 1
    start = lines.offset(first)
    return Edit(start, start, f"# layerlint: file-ignore[{code}]\n")


def _standing(suppressions: Suppressions, row: int) -> Suppression | None:
    """The suppression at the end of that row to which codes can be added."""
    for suppression in suppressions.all:
        trailing = suppression.row == row and not suppression.own_line
        if trailing and suppression.kind == "ignore" and suppression.problem is None:
            return suppression
    return None
