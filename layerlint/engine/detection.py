"""A diagnostic and where it came from, as it travels from the checks to the report."""

from __future__ import annotations

from layerlint.diagnostics import Diagnostic


class Detection:
    """A diagnostic, the file whose analysis gave it, and whether it lies in the class checked.

    What a class inherits is checked with it, so that a diagnostic may lie in a base class, be
    found through every subclass, and be found by several files.
    """

    __slots__ = ("by", "diagnostic", "own")

    def __init__(self, diagnostic: Diagnostic, by: str, *, own: bool) -> None:
        self.diagnostic = diagnostic
        self.by = by
        self.own = own
