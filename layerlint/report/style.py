"""Colour on terminals that want it: NO_COLOR, FORCE_COLOR, TERM and `--color` are honoured."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

CHOICES = ("auto", "always", "never")


class Style:
    """Wraps words in escape sequences, or leaves them alone."""

    __slots__ = ("enabled",)

    def __init__(self, enabled: bool) -> None:
        self.enabled = enabled

    def bold(self, text: str) -> str:
        """For what is to be read first."""
        return self._wrap("1", text)

    def error(self, text: str) -> str:
        """For codes and the underlined place."""
        return self._wrap("1;31", text)

    def warning(self, text: str) -> str:
        """For warnings."""
        return self._wrap("1;33", text)

    def frame(self, text: str) -> str:
        """For line numbers, bars and arrows."""
        return self._wrap("1;34", text)

    def hint(self, text: str) -> str:
        """For `help:`, `note:` and the like."""
        return self._wrap("1;36", text)

    def added(self, text: str) -> str:
        """For lines that a fix adds."""
        return self._wrap("32", text)

    def removed(self, text: str) -> str:
        """For lines that a fix removes."""
        return self._wrap("31", text)

    def _wrap(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.enabled and text else text


def style_for(stream: TextIO, choice: str = "auto") -> Style:
    """The style that suits a stream, the environment and `--color`."""
    if choice != "auto":
        return Style(choice == "always")
    return Style(_wants_colour(stream, os.environ))


def _wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") != "0" or environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"
