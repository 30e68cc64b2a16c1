"""What an editor offers at a diagnostic: its fix, and comments that suppress it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from layerlint.adopt.ignores import can_be_ignored, with_ignores
from layerlint.diagnostics import Diagnostic
from layerlint.fixes.apply import FileFix
from layerlint.fixes.edit import Edit
from layerlint.server.translate import Translator

FIX_ALL = "source.fixAll.layerlint"


def quick_fixes(
    found: Sequence[Diagnostic], text: str, translator: Translator
) -> Iterator[types.CodeAction]:
    """The fix of each diagnostic, then the ways to ignore it."""
    for diagnostic in found:
        fix = diagnostic.fix
        if fix is not None and fix.applicability != "display-only":
            is_safe = fix.applicability == "safe"
            title = fix.title if is_safe else f"{fix.title} (unsafe)"
            yield _action(diagnostic, title, fix.edits, translator, preferred=is_safe)
    for diagnostic in filter(can_be_ignored, found):
        statement = [difference(text, with_ignores(text, [diagnostic], ""))]
        yield _action(diagnostic, f"Ignore {diagnostic.code} here", statement, translator)
        comment = f"# layerlint: file-ignore[{diagnostic.code}]\n"
        start = text.find("\n") + 1 if text.startswith("#!") else 0
        whole = [Edit(start, start, comment)]
        yield _action(diagnostic, f"Ignore {diagnostic.code} in this file", whole, translator)


def fix_all(
    path: str, found: Sequence[Diagnostic], text: str, translator: Translator
) -> Iterator[types.CodeAction]:
    """All safe fixes that do not touch each other, as one edit."""
    fixing = FileFix(text)
    if fixing.advance(found) and fixing.reverted is None:
        yield types.CodeAction(
            title="Apply all safe fixes of layerlint",
            kind=FIX_ALL,
            edit=translator.edits(path, [difference(text, fixing.text)]),
        )


def difference(before: str, after: str) -> Edit:
    """The one edit between two texts that leaves alone what they begin and end with alike."""
    start = _alike(before, after)
    rest = min(len(before), len(after)) - start
    end = min(rest, _alike(before[::-1], after[::-1]))
    return Edit(start, len(before) - end, after[start : len(after) - end])


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _action(
    diagnostic: Diagnostic,
    title: str,
    edits: Sequence[Edit],
    translator: Translator,
    *,
    preferred: bool = False,
) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[translator.diagnostic(diagnostic)],
        is_preferred=preferred or None,
        edit=translator.edits(diagnostic.path, edits),
    )
