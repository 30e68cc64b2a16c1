"""One line on a terminal that says how far a long run has got; nothing anywhere else."""

from __future__ import annotations

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

# In seconds: a shorter run needs no line, and nobody reads faster than it is renewed.
PATIENCE = 1.0
RENEWAL = 0.1
# Before so much of the work is done, nothing sensible can be said of the time left.
TELLING = 0.05


class Progress:
    """Counts what is done of a stage, and shows it."""

    __slots__ = ("_done", "_findings", "_next", "_shown", "_stage", "_started", "_stream", "_total")

    def __init__(self, stream: TextIO | None = None) -> None:
        """`stream` is where the line is shown, if that is a terminal; standard error otherwise."""
        self._stream = sys.stderr if stream is None else stream
        self._started = time.monotonic()
        self._next = self._started + PATIENCE if self._stream.isatty() else float("inf")
        self._stage = ""
        self._total = self._done = self._findings = 0
        self._shown = False

    def stage(self, name: str, total: int) -> None:
        """Begin with something that has so many parts."""
        self._stage, self._total, self._done = name, total, 0
        self._started = time.monotonic()
        self._show()

    def advance(self, parts: int = 1, findings: int = 0) -> None:
        """Note that so many more parts are done, and what was found in them."""
        self._done += parts
        self._findings += findings
        self._show()

    def close(self) -> None:
        """Take the line away again."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False

    def _show(self) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + RENEWAL
        self._shown = True
        self._stream.write(f"\r\x1b[K{self._line(now)}")
        self._stream.flush()

    def _line(self, now: float) -> str:
        line = f"{self._stage}: {self._done} of {self._total} files, {self._findings} found"
        share = self._done / self._total if self._total else 0.0
        if share < TELLING:
            return line
        left = (now - self._started) * (1 - share) / share
        return f"{line}, {_duration(left)} left"


def _duration(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60} min {whole % 60:02} s" if whole >= 60 else f"{whole} s"
