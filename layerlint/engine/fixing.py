"""Fixes every file of a run until nothing more can be fixed, in memory."""

from __future__ import annotations

from collections import Counter

from layerlint.engine.run import Outcome, run, run_one
from layerlint.fixes.apply import applicable, fix_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic
    from layerlint.files.discovery import File

ROUNDS = 10


class Fixed:
    """What fixing did: the outcome afterwards, how often each rule was fixed in each file.

    `originals` are the bytes before the first fix; `reverted` says why a file was left alone.
    """

    __slots__ = ("applied", "originals", "outcome", "reverted")

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.applied: dict[str, Counter[str]] = {}
        self.originals: dict[str, bytes] = {}
        self.reverted: dict[str, str] = {}

    @property
    def total(self) -> int:
        """How many fixes were applied."""
        return sum(sum(counts.values()) for counts in self.applied.values())


def fix(outcome: Outcome, *, screen: bool, jobs: int) -> Fixed:
    """Apply what the settings of each file allow.

    Each file is fixed by itself until it settles. Since a fix may change what is found in files
    with subclasses, all are checked again, until a round changes nothing.
    """
    fixed = Fixed(outcome)
    for _ in range(ROUNDS):
        changed = {}
        for file in outcome.files:
            text = None if file.path in fixed.reverted else _fix_file(file, fixed, screen=screen)
            if text is not None:
                changed[file.path] = text
        if not changed:
            break
        contents = fixed.outcome.contents
        for path, text in changed.items():
            fixed.originals.setdefault(path, contents.read(path))
            contents = contents.with_text(path, text)
        fixed.outcome = run(outcome.files, contents, screen=screen, jobs=jobs)
    return fixed


def _fix_file(file: File, fixed: Fixed, *, screen: bool) -> str | None:
    """The text of a file after its fixes; None when there is nothing to change."""
    unsafe = file.settings.flag("unsafe-fixes")
    mine = [found for found in fixed.outcome.diagnostics if found.path == file.path]
    if not any(applicable(found, unsafe) for found in mine):
        return None
    text = fixed.outcome.contents.text(file.path)

    def lint(changed: str) -> list[Diagnostic]:
        return run_one(file.path, changed, fixed.outcome, screen=screen)

    result = fix_text(text, lint, allow_unsafe=unsafe)
    if result.reverted:
        fixed.reverted[file.path] = result.reverted
        return None
    if result.text == text:
        return None
    fixed.applied.setdefault(file.path, Counter()).update(result.applied)
    return result.text
