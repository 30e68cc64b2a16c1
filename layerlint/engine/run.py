"""A run: find out which answers still stand, make the others anew, settle what is reported."""

from __future__ import annotations

import warnings

from layerlint.engine import pool
from layerlint.engine.collector import paused
from layerlint.engine.content import examine
from layerlint.engine.plan import Plan
from layerlint.engine.settle import settle
from layerlint.state.answers import Answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.engine.plan import Analysed, Group
    from layerlint.files.discovery import File
    from layerlint.state.snapshot import Snapshot

    # The answers about each project, by what its settings are.
    Known = Mapping[str, Answers]


class Outcome:
    """The diagnostics of one revision, and the answers that they were made from.

    `parsed` counts the files that were not screened, `answered` those whose answer was made anew.
    """

    __slots__ = ("answered", "contents", "diagnostics", "files", "known", "parsed")

    def __init__(
        self, files: Sequence[File], contents: Snapshot, diagnostics: list[Diagnostic]
    ) -> None:
        self.files = files
        self.contents = contents
        self.diagnostics = diagnostics
        self.known: Known = {}
        self.parsed = 0
        self.answered = 0

    @property
    def crashed(self) -> bool:
        """Whether a rule crashed."""
        return any(diagnostic.code == "internal-error" for diagnostic in self.diagnostics)


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
        return _run(files, contents, screen=screen, jobs=jobs, known=known or {})


def _run(
    files: Sequence[File], contents: Snapshot, *, screen: bool, jobs: int, known: Known
) -> Outcome:
    plan = Plan(files, contents, screen=screen)
    revisions = {group.key: _standing(group, known.get(group.key)) for group in plan.groups}
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
                _take(answers, analysed)
                if work:
                    pending.append((file.path, len(contents.read(file.path))))
    keys = {file.path: group.key for group in plan.groups for file in group.files}
    for (path, _), analysed in zip(pending, pool.each(_check, plan, pending, jobs), strict=True):
        _take(revisions[keys[path]], analysed)
    for group in plan.groups:
        _close(revisions[group.key], group)
    by_path = {file.path: revisions[keys[file.path]].by_path[file.absolute] for file in files}
    outcome = Outcome(files, contents, settle(files, by_path, contents))
    outcome.known = revisions
    outcome.parsed = sum(answer.parsed for answer in by_path.values())
    outcome.answered = answered
    return outcome


def _check(plan: Plan, path: str) -> Analysed:
    return plan.check(path)


def _standing(group: Group, before: Answers | None) -> Answers:
    """The answers of an earlier revision that still stand, with the values of all reads of then."""
    answers = Answers()
    if before is None:
        return answers
    for path, known in before.identities.items():
        answers.identities[path] = group.identified(path, known)
    changed = frozenset(
        path for path, known in before.identities.items() if answers.identities[path][1] != known[1]
    )
    answers.by_path = before.standing(changed, group.value)
    answers.values = {
        read: value
        for read, value in before.values.items()
        if read[0] != "mentions" and read[1] not in changed
    }
    answers.shared = dict(before.shared)
    return answers


def _take(answers: Answers, analysed: Analysed) -> None:
    answers.by_path[analysed.path] = analysed.answer
    answers.values.update(analysed.values)
    for name, reads in analysed.shared.items():
        answers.shared[name] = answers.shared.get(name, frozenset()) | reads


def _close(answers: Answers, group: Group) -> None:
    """Complete what a later revision will compare: ground, values and identities."""
    used = frozenset[tuple[str, str, str]]().union(
        *(answer.reads for answer in answers.by_path.values()), *answers.shared.values()
    )
    answers.ground = {read: group.value(read) for read in group.ground()}
    answers.values = {
        read: answers.values[read] if read in answers.values else group.value(read) for read in used
    }
    identities = answers.identities
    answers.identities = {
        path: identities.get(path) or group.identified(path)
        for path in {path for _, path, _ in used if path}
    }
