"""What a run remembers of earlier ones: the whole outcome, or the answers about each project.

Where nothing has changed, the outcome is remembered by the stamps of all files and directories that
it rests on; no file is opened and nothing is analysed. Otherwise the answers are, each with its own
reads, and a run makes anew those that no longer stand.
"""

from __future__ import annotations

import os
import time

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

# What a table of another shape than the expected one gives rise to.
MISSHAPEN = (KeyError, TypeError, ValueError, AttributeError)


class Memory:
    """What is remembered of runs over these very files with these very settings."""

    __slots__ = ("_cache", "_files", "_key", "_shown")

    def __init__(self, cache: Cache, files: Sequence[File], *, screen: bool) -> None:
        self._cache = cache
        self._files = files
        self._shown = {file.absolute: file.path for file in files}
        settings = {id(file.settings): file.settings.fingerprint for file in files}
        keys = list(settings)
        listed = [f"{keys.index(id(file.settings))} {file.path}" for file in files]
        self._key = cache.key(os.getcwd(), str(screen), *settings.values(), *listed)

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
        """The answers of an earlier revision about the project with these settings."""
        table = self._cache.read(self._answers_name(key))
        if table is None:
            return None
        from layerlint.state.encoding import decoded

        try:
            return decoded(table, self._as_shown)
        except MISSHAPEN:
            return None

    def keep(self, outcome: Outcome) -> str | None:
        """Remember an outcome; the reason where that cannot be done."""
        from layerlint.state.encoding import encoded, encoded_diagnostic

        for key, answers in outcome.known.items():
            problem = self._cache.write(self._answers_name(key), encoded(answers))
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

    def _answers_name(self, key: str) -> str:
        return f"answers-{self._cache.key(key, *self._shown)}"

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
