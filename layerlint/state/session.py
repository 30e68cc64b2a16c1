"""A session: files that are asked about time and again while somebody edits them.

    session = Session(configuration, ["src"])
    session.open("src/layer.py", text)      # unsaved text stands above the disk
    session.diagnostics("src/layer.py")     # what there is to report of this file now
    session.change("src/layer.py", edited)
    session.diagnostics()                   # of all files; what the edit does not concern is known
    session.save()                          # the disk may have changed: other files, new files
    session.close("src/layer.py")           # the disk counts again

Nothing is computed before it is asked for, and each revision is answered from the one before:
analysed again is what rests on an edit, be it in another file, and nothing else. `check` is one
such revision, `--fix` several.
"""

from __future__ import annotations

import os

from layerlint.engine.linting import drained, steps
from layerlint.files import discovery
from layerlint.files.source import encoded
from layerlint.state.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence, Set as AbstractSet

    from layerlint.config.resolve import Configuration
    from layerlint.diagnostics import Diagnostic
    from layerlint.engine.group import Group
    from layerlint.engine.linting import Known
    from layerlint.engine.outcome import Outcome
    from layerlint.files.discovery import File


class Revisions:
    """Answers about the same files, revision after revision."""

    __slots__ = ("_files", "_jobs", "_known", "_lasting", "_screen")

    def __init__(
        self,
        files: Sequence[File],
        *,
        screen: bool = True,
        jobs: int = 1,
        known: Known | None = None,
        lasting: bool = True,
    ) -> None:
        """`known` gives the answers of an earlier revision; see `run` for what is `lasting`."""
        self._files = files
        self._screen = screen
        self._jobs = jobs
        self._known = known
        self._lasting = lasting

    def next(self, contents: Snapshot, asked: AbstractSet[str] | None = None) -> Outcome:
        """The outcome of the revision in which the files hold `contents`.

        With `asked`, it is about the files with these absolute paths only.
        """
        return drained(self.steps(contents, asked))

    def steps(
        self,
        contents: Snapshot,
        asked: AbstractSet[str] | None = None,
        first: AbstractSet[str] | None = None,
    ) -> Generator[None, None, Outcome]:
        """The same in steps, between which somebody may think better of it.

        With `first`, nothing is found out about other files than those; what is known stays known.
        """
        outcome = yield from steps(
            self._files,
            contents,
            screen=self._screen,
            jobs=self._jobs,
            known=self._known,
            asked=asked,
            first=first,
            lasting=self._lasting,
        )
        self._known = dict(outcome.known).get
        return outcome


class Session(Revisions):
    """The files under some paths, and those that are open, as an editor asks about them.

    Paths may be spelled in any way; those of the diagnostics are shown as `check` shows them.
    What the baseline of the settings accepts is left out. Whatever the files hold, asking raises
    nothing but `Failure` for settings and baselines that cannot be read: what cannot be read or
    parsed of the files themselves is a diagnostic.
    """

    __slots__ = (
        "_asked",
        "_configuration",
        "_contents",
        "_current",
        "_early",
        "_is_stale",
        "_listed",
        "_open",
        "_paths",
    )

    def __init__(
        self, configuration: Configuration, paths: Iterable[str], *, jobs: int = 1
    ) -> None:
        super().__init__((), jobs=jobs)
        self._configuration = configuration
        self._paths = list(paths)
        self._open: dict[str, tuple[File, bytes]] = {}
        self._listed: dict[str, File] | None = None
        self._current: Outcome | None = None
        self._early: dict[str, list[Diagnostic]] = {}
        self._asked: frozenset[str] | None = None
        self._contents = Snapshot()
        self._is_stale = True

    def open(self, path: str, text: str) -> None:
        """Let a text stand above the disk, on which the file need not be.

        What the settings exclude is not answered about. Raises `Failure` where the settings of the
        file cannot be read.
        """
        file = discovery.file_at(path, self._configuration)
        data = encoded(text)
        if (held := self._open.get(file.absolute)) is None or held[1] != data:
            self._open[file.absolute] = file, data
            self._begin()

    def change(self, path: str, text: str) -> None:
        """The same, for the next text of a file that is open."""
        self.open(path, text)

    def close(self, path: str) -> None:
        """Let the disk count for a file again."""
        if self._open.pop(os.path.abspath(path), None) is not None:
            self._begin()

    def save(self) -> None:
        """Hear that the disk has changed: what was saved, made or removed there counts from now."""
        self._listed = None
        self._contents = self._contents.reread()
        self._begin()

    def configure(self, configuration: Configuration) -> None:
        """Hear that the disk has changed, settings included.

        Raises `Failure` where they cannot be read; those that held before are then kept.
        """
        found = discovery.discover(self._paths, configuration).files
        self._open = {
            absolute: (discovery.file_at(file.path, configuration), data)
            for absolute, (file, data) in self._open.items()
        }
        self._configuration = configuration
        self._listed = {file.absolute: file for file in found}
        self._contents = self._contents.reread()
        self._begin()

    def diagnostics(self, path: str | None = None) -> list[Diagnostic]:
        """What there is to report of one file or of all, in the order of a report.

        Of the files that are neither asked about nor open, no more is analysed than that takes.
        """
        if path is None:
            return list(self.outcome().diagnostics)
        absolute = os.path.abspath(path)
        return _of(absolute, self._answered(frozenset({absolute, *self._open})))

    def early(self, path: str) -> list[Diagnostic]:
        """What there is to report of a file as far as it shows without looking at others again.

        What is missing then is what only the heirs of its classes show of them, unless all of that
        `is_settled`.
        """
        if self.is_settled:
            return self.diagnostics(path)
        absolute = os.path.abspath(path)
        if absolute not in self._early:
            asked = frozenset({absolute, *self._open})
            outcome = drained(self._answering(asked, frozenset({absolute})))
            self._early[absolute] = _of(absolute, outcome)
        return list(self._early[absolute])

    def settle(self) -> Iterator[None]:
        """Find out the rest about what is open in steps, unless an edit makes them idle."""
        yield from self._answering(frozenset(self._open))

    @property
    def is_settled(self) -> bool:
        """Whether all there is to report of what is open is known."""
        return self._current is not None and _covers(self._asked, frozenset(self._open))

    def outcome(self) -> Outcome:
        """Everything that is known of this revision."""
        return self._answered(None)

    def project(self, path: str) -> Group | None:
        """The project that a file belongs to, None where the settings exclude the file."""
        from layerlint.engine.plan import Plan

        absolute = os.path.abspath(path)
        self._answered(frozenset({absolute, *self._open}))
        groups = Plan(self._files, self.contents, screen=True).groups
        return next((group for group in groups if absolute in group.index.paths), None)

    @property
    def contents(self) -> Snapshot:
        """The bytes of all files in this revision."""
        if self._is_stale:
            texts = {absolute: data for absolute, (_, data) in self._open.items()}
            self._contents = self._contents.after(texts)
            self._is_stale = False
        return self._contents

    def _begin(self) -> None:
        """Begin another revision."""
        self._current = None
        self._early.clear()
        self._is_stale = True

    def _answered(self, asked: frozenset[str] | None) -> Outcome:
        """An outcome of this revision that is about some files, or about all."""
        return drained(self._answering(asked))

    def _answering(
        self, asked: frozenset[str] | None, first: frozenset[str] | None = None
    ) -> Generator[None, None, Outcome]:
        """The same in steps; with `first`, what those files show and what is known of others."""
        if self._current is not None and _covers(self._asked, asked):
            return self._current
        if self._listed is None:
            found = discovery.discover(self._paths, self._configuration).files
            self._listed = {file.absolute: file for file in found}
        opened = {
            absolute: file
            for absolute, (file, _) in self._open.items()
            if not discovery.is_excluded(file)
        }
        files = {**opened, **self._listed}
        self._files = sorted(files.values(), key=lambda file: file.path)
        contents = self.contents
        outcome = yield from self.steps(contents, asked, first)
        if any(file.settings.values["baseline"] for file in outcome.files):
            from layerlint.adopt.baseline import Baselines

            keep = Baselines(outcome.files).keep
            outcome.diagnostics = keep(outcome.diagnostics, contents)
        if not outcome.left and contents is self._contents and not self._is_stale:
            self._current, self._asked = outcome, asked
        return outcome


def _of(absolute: str, outcome: Outcome) -> list[Diagnostic]:
    return [one for one in outcome.diagnostics if os.path.abspath(one.path) == absolute]


def _covers(known: frozenset[str] | None, asked: frozenset[str] | None) -> bool:
    """Whether an outcome that is about `known` answers for `asked`; None stands for all files."""
    return known is None or (asked is not None and asked <= known)
