"""A run: find out which answers still stand, make the others anew, settle what is reported."""

from __future__ import annotations

import warnings

from layerlint.engine import pool
from layerlint.engine.collector import paused
from layerlint.engine.content import examine
from layerlint.engine.outcome import Outcome
from layerlint.engine.plan import Plan
from layerlint.engine.revision import close, standing, take
from layerlint.engine.settle import settle
from layerlint.state.answers import Answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layerlint.engine.plan import Analysed
    from layerlint.files.discovery import File
    from layerlint.state.snapshot import Snapshot

    # The answers of an earlier revision about a project, by what its settings are.
    Known = Callable[[str], Answers | None]


def run(
    files: Sequence[File],
    contents: Snapshot,
    *,
    screen: bool = True,
    jobs: int = 1,
    known: Known | None = None,
) -> Outcome:
    """Check the files; the same outcome whatever `screen`, `jobs` and `known` are.

    `known` are the answers of an earlier revision; those that still stand are not made again.
    """
    with paused():
        return _run(files, contents, screen=screen, jobs=jobs, known=known or _nothing)


def _run(
    files: Sequence[File], contents: Snapshot, *, screen: bool, jobs: int, known: Known
) -> Outcome:
    plan = Plan(files, contents, screen=screen)
    revisions = {group.key: standing(group, known(group.key)) for group in plan.groups}
    pending: list[tuple[str, int]] = []
    answered = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Python's parser thinks of the code is not asked
        for group in plan.groups:
            answers = revisions[group.key]
            for file in group.files:
                if file.absolute in answers.by_path:
                    continue
                answered += 1
                analysed, work = plan.look(examine(file, contents))
                take(answers, analysed)
                if work:
                    pending.append((file.path, len(contents.read(file.path))))
    keys = {file.path: group.key for group in plan.groups for file in group.files}
    for (path, _), analysed in zip(pending, pool.each(_check, plan, pending, jobs), strict=True):
        take(revisions[keys[path]], analysed)
    for group in plan.groups:
        close(revisions[group.key], group)
    by_path = {file.path: revisions[keys[file.path]].by_path[file.absolute] for file in files}
    outcome = Outcome(files, contents, settle(files, by_path, contents))
    outcome.known = revisions
    outcome.parsed = sum(answer.parsed for answer in by_path.values())
    outcome.answered = answered
    return outcome


def _nothing(key: str) -> None:
    """What is known where nothing is."""


def _check(plan: Plan, path: str) -> Analysed:
    return plan.check(path)
