"""What suits a terminal: colour, links and the width of its lines.

NO_COLOR, FORCE_COLOR, TERM and `--color` are honoured; what is no terminal gets plain long lines.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

CHOICES = ("auto", "always", "never")


# Terminals that show links (OSC 8), by the variables that they set; others may print the address.
_LINKING = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID", "WEZTERM_PANE")
_LINKING_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "zed"})
_LINKING_TERMS = ("xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm")
# The first version of the library behind GNOME's terminals that shows them well.
_VTE = 5000
# Longer lines are hard to read, however wide the terminal.
WIDEST = 100
NARROWEST = 40


class Style:
    """Wraps words in escape sequences, or leaves them alone.

    `links` is set where the terminal shows links; `width` is that of its lines, None where nothing
    is to be wrapped.
    """

    __slots__ = ("enabled", "links", "width")

    def __init__(self, enabled: bool, *, links: bool = False, width: int | None = None) -> None:
        self.enabled = enabled
        self.links = links
        self.width = width

    def link(self, text: str, address: str | None) -> str:
        """A text that leads to an address."""
        if not self.links or address is None:
            return text
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"

    def wrapped(self, text: str, indent: str = "") -> list[str]:
        """The lines of a text that leaves room for `indent` in front of each."""
        if self.width is None or len(text) + len(indent) <= self.width:
            return [text]
        import textwrap

        room = max(NARROWEST, min(self.width, WIDEST) - len(indent))
        return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)

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
    colour = choice == "always" if choice != "auto" else _wants_colour(stream, os.environ)
    if not stream.isatty():
        return Style(colour)
    links = colour and _shows_links(os.environ)
    return Style(colour, links=links, width=os.get_terminal_size(stream.fileno()).columns or None)


def _wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") != "0" or environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def _shows_links(environment: Mapping[str, str]) -> bool:
    forced = environment.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced != "0"
    if "CI" in environment:
        return False
    version = environment.get("VTE_VERSION", "")
    return (
        any(name in environment for name in _LINKING)
        or environment.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or environment.get("TERM", "").startswith(_LINKING_TERMS)
        or (version.isdigit() and int(version) >= _VTE)
    )
