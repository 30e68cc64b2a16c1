"""Fixes every file of a run until nothing more can be fixed, in memory."""

from __future__ import annotations

from collections import Counter

from layerlint.fixes.apply import FileFix, applicable

_UNALTERED = "without altering bytes that no fix is about"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from layerlint.adopt import Keep
    from layerlint.diagnostics import Diagnostic
    from layerlint.engine.outcome import Outcome
    from layerlint.state.session import Revisions


class Repair:
    """What fixing did: the outcome afterwards, how often each rule was fixed in each file.

    `originals` are the bytes before the first fix; `reverted` says why a file was left alone.
    """

    __slots__ = ("_before", "applied", "originals", "outcome", "reverted")

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = self._before = outcome
        self.applied: dict[str, Counter[str]] = {}
        self.originals: dict[str, bytes] = {}
        self.reverted: dict[str, str] = {}

    @property
    def total(self) -> int:
        """How many fixes were applied."""
        return sum(sum(counts.values()) for counts in self.applied.values())

    def withdraw(self, paths: Collection[str]) -> None:
        """Take back the fixes of files that could not be written: all of it remains to report."""
        for path in paths:
            self.originals.pop(path, None)
            self.applied.pop(path, None)
        found = [one for one in self._before.diagnostics if one.path in paths]
        found += [one for one in self.outcome.diagnostics if one.path not in paths]
        self.outcome.diagnostics = sorted(found, key=lambda one: (*one.order, one.message))
        self.outcome.contents = self.outcome.contents.restored(paths)


def fix(revisions: Revisions, outcome: Outcome, keep: Keep | None = None) -> Repair:
    """Apply what the settings of each file allow, to the diagnostics that `keep` lets pass.

    `outcome` is that of the latest revision.

    In one round every file gets those of its fixes that do not touch each other; then what a
    change may concern is checked again, until nothing is left to apply.
    """
    fixed = Repair(outcome)
    fixes: dict[str, FileFix] = {}
    while True:
        contents = fixed.outcome.contents
        by_path: dict[str, list[Diagnostic]] = {}
        for diagnostic in fixed.outcome.diagnostics:
            by_path.setdefault(diagnostic.path, []).append(diagnostic)
        changed = {}
        for file in outcome.files:
            found = by_path.get(file.path, [])
            unsafe = file.settings.flag("unsafe-fixes")
            if file.path not in fixes:
                if not any(applicable(diagnostic, unsafe) for diagnostic in found):
                    continue
                text = contents.text(file.path)
                fixes[file.path] = FileFix(text, allow_unsafe=unsafe)
            if fixes[file.path].advance(found):
                source = contents.source(file.path)
                if not source.survives(fixes[file.path].text):
                    fixes[file.path].refuse(f"cannot be written in {source.encoding} {_UNALTERED}")
                if fixes[file.path].text != source.text:
                    changed[file.path] = fixes[file.path].text
        if not changed:
            break
        for path in changed:
            fixed.originals.setdefault(path, contents.read(path))
        contents = contents.with_texts(changed)
        fixed.outcome = revisions.next(contents)
        if keep is not None:
            fixed.outcome.diagnostics = keep(fixed.outcome.diagnostics, contents)
    for path, fixing in fixes.items():
        if fixing.reverted is not None:
            fixed.reverted[path] = fixing.reverted
        if fixing.text == fixing.original:
            fixed.originals.pop(path, None)
        else:
            fixed.applied[path] = fixing.applied
    return fixed
