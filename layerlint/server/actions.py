"""What an editor offers at a diagnostic: its fix, and comments that suppress it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from layerlint.adopt.ignores import can_be_ignored, ways_to_ignore
from layerlint.diagnostics import Diagnostic
from layerlint.fixes.apply import FileFix
from layerlint.server.translate import Translator, difference
from layerlint.suppress.scope import Untokenisable

FIX_ALL = "source.fixAll.layerlint"
FIX_ALL_TITLE = "Apply all safe fixes of layerlint"


def quick_fixes(
    found: Sequence[Diagnostic], text: str, translator: Translator
) -> Iterator[types.CodeAction]:
    """The fix of each diagnostic, then the ways to ignore it."""
    told = [translator.diagnostic(diagnostic) for diagnostic in found]
    for diagnostic, shown in zip(found, told, strict=True):
        fix = diagnostic.fix
        if fix is not None and fix.applicability != "display-only":
            is_safe = fix.applicability == "safe"
            title = fix.title if is_safe else f"{fix.title} (unsafe)"
            changes = translator.edit(diagnostic.path, fix.edits)
            yield _action(shown, title, changes, preferred=is_safe)
    for diagnostic, shown in zip(found, told, strict=True):
        if not can_be_ignored(diagnostic):
            continue
        try:
            ways = list(ways_to_ignore(text, diagnostic))
        except Untokenisable:
            return  # nobody can say where a comment would stand
        for covered, edit in ways:
            title = f"Ignore {diagnostic.code} for this {covered}"
            yield _action(shown, title, translator.edit(diagnostic.path, [edit]))


def fix_all(
    path: str, found: Sequence[Diagnostic], text: str, translator: Translator
) -> types.WorkspaceEdit | None:
    """All safe fixes that do not touch each other, as one edit; None where there are none."""
    fixing = FileFix(text)
    if not fixing.advance(found) or fixing.reverted is not None:
        return None
    return translator.edit(path, [difference(text, fixing.text)])


def _action(
    shown: types.Diagnostic, title: str, edit: types.WorkspaceEdit, *, preferred: bool = False
) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        is_preferred=preferred or None,
        edit=edit,
    )
