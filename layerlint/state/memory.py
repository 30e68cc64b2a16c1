"""What a run remembers of earlier ones: the whole outcome, or the answers about each project.

Where nothing has changed, the outcome is remembered by the stamps of all files and directories that
it rests on; no file is opened and nothing is analysed. Otherwise the answers are, each with its own
reads, and a run makes anew those that no longer stand.
"""

from __future__ import annotations

import os
import time
from collections import Counter

from layerlint.files.reading import Identity
from layerlint.project.layout import layout_of
from layerlint.state.cache import Cache
from layerlint.state.snapshot import TICK, Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from layerlint.engine.outcome import Outcome
    from layerlint.files.discovery import File
    from layerlint.state.answers import Answers

# Of so many lists of files with the same settings the answers are found by those of other lists.
MOST_LISTS = 8
# What a table of another shape than the expected one gives rise to.
MISSHAPEN = (KeyError, TypeError, ValueError, AttributeError)


class Memory:
    """What is remembered of runs over these very files, and over others with the same settings."""

    __slots__ = ("_cache", "_files", "_key", "_list", "_shown")

    def __init__(self, cache: Cache, files: Sequence[File], *, screen: bool) -> None:
        self._cache = cache
        self._files = files
        self._shown = {file.absolute: file.path for file in files}
        settings = {file.settings: file.settings.fingerprint for file in files}
        keys = list(settings)
        listed = [f"{keys.index(file.settings)} {file.path}" for file in files]
        self._key = cache.key(os.getcwd(), str(screen), *settings.values(), *listed)
        self._list = cache.key(os.getcwd(), *self._shown)

    def outcome(self) -> Outcome | None:
        """The outcome of a run since which nothing has changed."""
        table = self._cache.read(f"run-{self._key}")
        try:
            return self._outcome(table) if table is not None and _unchanged(table) else None
        except MISSHAPEN:
            return None

    def _outcome(self, table: dict[str, Any]) -> Outcome:
        from layerlint.engine.outcome import Outcome
        from layerlint.state.encoding import decoded_diagnostic

        diagnostics = [decoded_diagnostic(each, self._as_shown) for each in table["diagnostics"]]
        outcome = Outcome(self._files, Snapshot(vouched=self._texts), diagnostics)
        outcome.parsed = table["parsed"]
        outcome.unfinished = table["unfinished"]
        outcome.unresolved = table["unresolved"]
        return outcome

    def answers(self, key: str) -> Answers | None:
        """The answers of an earlier revision about the project with these settings.

        Those of a run over these files, or of the run that was about the most of them.
        """
        from layerlint.state.encoding import decoded

        named = self._cache.key(os.getcwd(), key)
        for name in (self._list, *self._lists(named)):
            table = self._cache.read(f"answers-{named}-{name}")
            if table is not None:
                try:
                    return decoded(table, self._as_shown)
                except MISSHAPEN:
                    continue
        return None

    def _lists(self, named: str) -> list[str]:
        """The lists of files that something is known of, the one with the most of these first."""
        own = self._directories()
        try:
            known = {
                name: sum(count for path, count in held.items() if path in own)
                for name, held in self._read_lists(named).items()
            }
        except MISSHAPEN:
            return []
        found = [name for name, shared in known.items() if shared]
        return sorted(found, key=lambda name: -known[name])

    def _read_lists(self, named: str) -> dict[str, dict[str, int]]:
        table = self._cache.read(f"lists-{named}")
        return table if isinstance(table, dict) else {}

    def _with_this(self, lists: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
        """The lists with this one as the latest; the largest one is never forgotten."""
        largest = max(lists, key=lambda name: sum(lists[name].values()), default=self._list)
        others = [name for name in lists if name not in (self._list, largest)]
        kept = [name for name in (largest, *others[: MOST_LISTS - 2]) if name != self._list]
        return {self._list: self._directories(), **{name: lists[name] for name in kept}}

    def _directories(self) -> dict[str, int]:
        """How many of the files lie in each directory."""
        return dict(Counter(map(os.path.dirname, self._shown)))

    def keep(self, outcome: Outcome) -> str | None:
        """Remember an outcome; the reason where that cannot be done."""
        from layerlint.state.encoding import encoded, encoded_diagnostic

        for key, answers in outcome.known.items():
            named = self._cache.key(os.getcwd(), key)
            problem = self._cache.write(
                f"answers-{named}-{self._list}", encoded(answers)
            ) or self._cache.write(f"lists-{named}", self._with_this(self._read_lists(named)))
            if problem is not None:
                return problem
        identities = {
            path: known
            for answers in outcome.known.values()
            for path, known in answers.identities.items()
        }
        table = {
            "files": {path: stamp for path, (stamp, told) in identities.items() if told},
            "absent": [path for path, (_, told) in identities.items() if not told],
            "directories": {
                path: [_stamp(path), asked, value]
                for answers in outcome.known.values()
                for (question, path, asked), value in answers.ground.items()
                if question == "layout"
            },
            "diagnostics": [encoded_diagnostic(each) for each in outcome.diagnostics],
            "parsed": outcome.parsed,
            "unfinished": outcome.unfinished,
            "unresolved": outcome.unresolved,
        }
        paths = {diagnostic.path for diagnostic in outcome.diagnostics}
        texts = {}
        for path in paths:
            try:
                texts[os.path.abspath(path)] = outcome.contents.read(path).decode("latin-1")
            except OSError:
                continue  # it could not be read before either
        return self._cache.write(f"texts-{self._key}", texts) or self._cache.write(
            f"run-{self._key}", table
        )

    def _texts(self) -> dict[str, bytes]:
        table = self._cache.read(f"texts-{self._key}") or {}
        try:
            return {path: text.encode("latin-1") for path, text in table.items()}
        except MISSHAPEN:
            return {}

    def _as_shown(self, absolute: str) -> str:
        given = self._shown.get(absolute)
        if given is not None:
            return given
        directory = os.getcwd()
        inside = absolute.startswith(directory + os.sep)
        return absolute[len(directory) + 1 :] if inside else absolute


def _unchanged(table: dict[str, Any]) -> bool:
    """Whether all files and directories are as they were when the outcome was remembered."""
    try:
        for path, stamp in table["files"].items():
            if not stamp or list(Identity(os.stat(path)).parts) != stamp:
                return False
        if any(map(os.path.lexists, table["absent"])):
            return False
        for path, (stamp, asked, layout) in table["directories"].items():
            if (not stamp or _stamp(path) != stamp) and layout_of(path, asked) != layout:
                return False
    except (OSError, ValueError):
        return False
    return True


def _stamp(directory: str) -> list[int]:
    """What a directory that holds the same names is known by; nothing if it was just changed."""
    try:
        stamp = list(Identity(os.stat(directory)).parts)
    except OSError:
        return []
    return [] if time.time_ns() - stamp[-1] < TICK else stamp
