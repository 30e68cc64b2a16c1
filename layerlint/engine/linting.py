"""A run: find out which answers still stand, make the others anew, consolidate what is reported."""

from __future__ import annotations

import warnings

from layerlint.engine import pool
from layerlint.engine.collector import paused
from layerlint.engine.consolidation import consolidate
from layerlint.engine.content import examine
from layerlint.engine.outcome import Outcome
from layerlint.engine.plan import Plan
from layerlint.engine.revision import close, standing, take
from layerlint.report.progress import Progress
from layerlint.state import timings
from layerlint.state.answers import Answers
from layerlint.state.memo import unasked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence, Set as AbstractSet
    from typing import TypeVar

    from layerlint.engine.group import Analysis
    from layerlint.files.discovery import File
    from layerlint.state.snapshot import Snapshot

    # The answers of an earlier revision about a project, by what its settings are.
    Known = Callable[[str], Answers | None]
    Result = TypeVar("Result")


def run(
    files: Sequence[File],
    contents: Snapshot,
    *,
    screen: bool = True,
    jobs: int = 1,
    known: Known | None = None,
    progress: Progress | None = None,
    asked: AbstractSet[str] | None = None,
    lasting: bool = True,
) -> Outcome:
    """Check the files; the same outcome whatever `screen`, `jobs` and `known` are.

    `known` are the answers of an earlier revision; those that still stand are not made again. With
    `asked`, the outcome has what there is to report of the files with these absolute paths; the
    others are only what those are understood from. What the answers rest on is put down where the
    outcome is to be `lasting`, that is where a later revision may ask.
    """
    return drained(
        steps(
            files,
            contents,
            screen=screen,
            jobs=jobs,
            known=known,
            progress=progress,
            asked=asked,
            lasting=lasting,
        )
    )


def drained(work: Generator[None, None, Result]) -> Result:
    """What work that is done in steps gives in the end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Result = end.value
            return result


def steps(
    files: Sequence[File],
    contents: Snapshot,
    *,
    screen: bool = True,
    jobs: int = 1,
    known: Known | None = None,
    progress: Progress | None = None,
    asked: AbstractSet[str] | None = None,
    first: AbstractSet[str] | None = None,
    lasting: bool = True,
) -> Generator[None, None, Outcome]:
    """The same in steps of a file, between which somebody may think better of it.

    With `first`, of the other files only those answers are told that stand; `left` then counts the
    files that something is still to be found out about.
    """
    told = progress or Progress()
    try:
        with paused(), unasked(not lasting):
            return (
                yield from _run(
                    files,
                    contents,
                    told,
                    screen=screen,
                    jobs=jobs,
                    known=known or _nothing,
                    asked=asked,
                    first=first,
                    lasting=lasting,
                )
            )
    finally:
        told.close()


def _run(
    files: Sequence[File],
    contents: Snapshot,
    progress: Progress,
    *,
    screen: bool,
    jobs: int,
    known: Known,
    asked: AbstractSet[str] | None,
    first: AbstractSet[str] | None,
    lasting: bool,
) -> Generator[None, None, Outcome]:
    plan = Plan(files, contents, screen=screen, lasting=lasting)
    revisions = {group.key: standing(group, known(group.key)) for group in plan.groups}
    if asked is not None:
        asked = set(asked).union(*(group.heirs(asked) for group in plan.groups))
        files = [file for file in files if file.absolute in asked]
    keys = {file.path: group.key for group in plan.groups for file in group.files}
    answered = {path for answers in revisions.values() for path in answers.by_path}
    wanted = len(files)
    if first is not None:
        files = [file for file in files if file.absolute in first or file.absolute in answered]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Python's parser thinks of the code is not asked
        looked, pending = _look(plan, revisions, files, contents, progress)
    _timed("reading and screening")
    progress.stage("Checking", len(pending))
    for (path, _), analysed in zip(pending, pool.each(_check, plan, pending, jobs), strict=True):
        progress.advance(1, len(analysed.answer.found))
        take(revisions[keys[path]], analysed)
        yield
    _timed("parsing and checking")
    for group in plan.groups if lasting else ():
        close(revisions[group.key], group)
    by_path = {file.path: revisions[keys[file.path]].by_path[file.absolute] for file in files}
    outcome = Outcome(files, contents, consolidate(files, by_path, contents))
    _timed("settling")
    outcome.known = revisions if lasting else {}
    outcome.parsed = sum(answer.parsed for answer in by_path.values())
    outcome.answered = looked
    outcome.left = wanted - len(files)
    outcome.unresolved = sum(len(answer.unresolved) for answer in by_path.values())
    outcome.unfinished = [
        f"{path}: {name}" for path, answer in by_path.items() for name in answer.unfinished
    ]
    return outcome


def _look(
    plan: Plan,
    revisions: dict[str, Answers],
    wanted: Iterable[File],
    contents: Snapshot,
    progress: Progress,
) -> tuple[int, list[tuple[str, int]]]:
    """Look at the files that have no answer; how many they are, and those to be parsed."""
    keys = {file.path: group.key for group in plan.groups for file in group.files}
    files = [
        (file, revisions[keys[file.path]])
        for file in wanted
        if file.absolute not in revisions[keys[file.path]].by_path
    ]
    progress.stage("Reading", len(files))
    pending = []
    for file, answers in files:
        analysed, work = plan.look(examine(file, contents))
        take(answers, analysed)
        progress.advance()
        if work:
            pending.append((file.path, len(contents.code(file.path))))
    return len(files), pending


def _timed(stage: str) -> None:
    if timings.current is not None:
        timings.current.stage(stage)


def _nothing(key: str) -> None:
    """What is known where nothing is."""


def _check(plan: Plan, path: str) -> Analysis:
    return plan.check(path)
