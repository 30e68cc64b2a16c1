"""What is said on stderr: errors, warnings and, when asked for, what is going on."""

from __future__ import annotations

import sys

from layerlint.report.style import style_for
from layerlint.report.visible import visible_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.failure import Failure

QUIET, NORMAL, VERBOSE = -1, 0, 1


class Console:
    """Speaks on stderr, as loudly as `-q` and `-v` say."""

    __slots__ = ("colour", "level")

    def __init__(self, level: int = NORMAL, colour: str = "auto") -> None:
        self.level = level
        self.colour = colour

    def fail(self, failure: Failure) -> None:
        """Print a failure and its hint; never silenced."""
        style = style_for(sys.stderr, self.colour)
        self._print(f"{style.error('error')}: {visible_lines(failure.message)}")
        if failure.hint:
            self._print(f"{style.hint('hint')}: {visible_lines(failure.hint)}")

    def warn(self, message: str) -> None:
        """Print a warning."""
        if self.level > QUIET:
            self._print(
                f"{style_for(sys.stderr, self.colour).warning('warning')}: {visible_lines(message)}"
            )

    def say(self, message: str) -> None:
        """Print a line that is no diagnostic."""
        if self.level > QUIET:
            self._print(visible_lines(message))

    def detail(self, message: str) -> None:
        """Print a line that only `-v` wants."""
        if self.level >= VERBOSE:
            self._print(visible_lines(message))

    def _print(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)
