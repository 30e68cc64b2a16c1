"""What the machine sees to in every fix, whichever rule made it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from layerlint.fixes.edit import Fix
from layerlint.fixes.lines import LINE_BREAK, line_start

_STRING_OR_COMMENT = re.compile(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''(?:[^\\]|\\.)*?'''"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'(?:[^'\\\r\n]|\\.)*'"
    r"|(?P<comment>#[^\r\n]*)",
    re.DOTALL,
)


def finish(text: str, fix: Fix) -> Fix:
    """The fix of a text with the line endings of that text, and unsafe if it loses a comment."""
    fix = _with_line_endings(text, fix)
    if fix.applicability == "safe" and _loses_comment(text, fix):
        return replace(fix, applicability="unsafe")
    return fix


def _with_line_endings(text: str, fix: Fix) -> Fix:
    """New lines end as the others do; where those differ among themselves, as the rule has it."""
    if not any(LINE_BREAK.search(edit.text) for edit in fix.edits):
        return fix
    used = set(LINE_BREAK.findall(text))
    if len(used) != 1:
        return fix
    (line_break,) = used
    edits = tuple(replace(edit, text=LINE_BREAK.sub(line_break, edit.text)) for edit in fix.edits)
    return replace(fix, edits=edits)


def _loses_comment(text: str, fix: Fix) -> bool:
    """Whether a comment in a range that is replaced does not come back in the replacement."""
    ranges = [
        (edit.start, edit.end)
        for edit in fix.edits
        if edit.start < edit.end and "#" in text[line_start(text, edit.start) : edit.end]
    ]
    if not ranges:
        return False
    swallowed = Counter(
        comment
        for start, end, comment in _comments(text)
        if any(first < end and start < last for first, last in ranges)
    )
    given = Counter(comment for edit in fix.edits for _, _, comment in _comments(edit.text))
    return bool(swallowed - given)


def _comments(text: str) -> list[tuple[int, int, str]]:
    """Where the comments of a text are, and what they say."""
    return [
        (*match.span(), match[0].rstrip())
        for match in _STRING_OR_COMMENT.finditer(text)
        if match["comment"] is not None
    ]
