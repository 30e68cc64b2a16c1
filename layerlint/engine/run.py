"""A run: examine every file, check those that may hold something to check, settle the rest."""

from __future__ import annotations

import warnings

from layerlint.engine import pool
from layerlint.engine.collector import paused
from layerlint.engine.content import Examined, examine
from layerlint.engine.plan import Plan
from layerlint.engine.settle import settle
from layerlint.state.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.engine.found import Found
    from layerlint.files.discovery import File


class Outcome:
    """The diagnostics of a run, and which files they were found through.

    `found_by` maps a path to the paths whose analysis reported something in it: the file itself
    and files with subclasses of what it defines. `parsed` counts the files that were not screened.
    """

    __slots__ = ("contents", "diagnostics", "files", "found_by", "parsed")

    def __init__(
        self, files: Sequence[File], contents: Snapshot, diagnostics: list[Diagnostic]
    ) -> None:
        self.files = files
        self.contents = contents
        self.diagnostics = diagnostics
        self.found_by: dict[str, list[str]] = {}
        self.parsed = 0

    @property
    def crashed(self) -> bool:
        """Whether a rule crashed."""
        return any(diagnostic.code == "internal-error" for diagnostic in self.diagnostics)


def run(
    files: Sequence[File], contents: Snapshot, *, screen: bool = True, jobs: int = 1
) -> Outcome:
    """Check the files; the same outcome whatever `screen` and `jobs` are."""
    with paused():
        return _run(files, contents, screen=screen, jobs=jobs)


def _run(files: Sequence[File], contents: Snapshot, *, screen: bool, jobs: int) -> Outcome:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Python's parser thinks of the code is not asked
        examined = [examine(file, contents) for file in files]
    plan = Plan(files, contents, screen=screen)
    sizes = [(item.file.path, len(item.data)) for item in plan.candidates(examined)]
    found = [one for batch in pool.each(_check, plan, sizes, jobs) for one in batch]
    outcome = _outcome(files, contents, examined, found)
    outcome.parsed = len(sizes)
    return outcome


def run_one(path: str, text: str, before: Outcome, *, screen: bool) -> list[Diagnostic]:
    """The diagnostics of one file if its text were `text`, all others being as they are."""
    contents = before.contents.with_text(path, text)
    by = {path, *before.found_by.get(path, ())}
    files = [file for file in before.files if file.path in by]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        examined = [examine(file, contents) for file in files]
    plan = Plan(before.files, contents, screen=screen)
    found = [one for item in plan.candidates(examined) for one in plan.check(item.file.path)]
    outcome = _outcome(files, contents, examined, found)
    return [diagnostic for diagnostic in outcome.diagnostics if diagnostic.path == path]


def _check(plan: Plan, path: str) -> list[Found]:
    return plan.check(path)


def _outcome(
    files: Sequence[File], contents: Snapshot, examined: Sequence[Examined], found: list[Found]
) -> Outcome:
    outcome = Outcome(files, contents, settle(examined, found, contents))
    for one in found:
        by = outcome.found_by.setdefault(one.diagnostic.path, [])
        if one.by not in by:
            by.append(one.by)
    return outcome
