"""What a report is made from, and the formats by name."""

from __future__ import annotations

import importlib

from layerlint.files.source import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.report.style import Style


class Report:
    """The diagnostics of a run with the texts that they lie in.

    `unsafe` are the paths in which unsafe fixes are applied and offered; `fixed` is the number of
    diagnostics that are gone because they were fixed; a `quiet` report has no summary. `failures`
    are the sentences about what could not be looked at, `remarks` those that follow the summary.
    """

    __slots__ = (
        "_lines",
        "_text",
        "diagnostics",
        "failures",
        "fixed",
        "quiet",
        "remarks",
        "style",
        "unsafe",
    )

    def __init__(
        self,
        diagnostics: Sequence[Diagnostic],
        text: Callable[[str], str],
        style: Style,
        *,
        unsafe: Collection[str] = (),
        fixed: int = 0,
        quiet: bool = False,
        failures: Sequence[str] = (),
        remarks: Sequence[str] = (),
    ) -> None:
        self.diagnostics = diagnostics
        self.style = style
        self.unsafe = unsafe
        self.fixed = fixed
        self.quiet = quiet
        self.failures = failures
        self.remarks = remarks
        self._text = text
        self._lines: dict[str, Lines] = {}

    def lines(self, path: str) -> Lines | None:
        """The lines of a file; None where it cannot be decoded."""
        if path not in self._lines:
            try:
                self._lines[path] = Lines(self._text(path))
            except (OSError, ValueError):
                return None
        return self._lines[path]

    def is_fixable(self, diagnostic: Diagnostic) -> bool:
        """Whether `--fix` would repair it, given the settings of its file."""
        fix = diagnostic.fix
        return fix is not None and (
            fix.applicability == "safe"
            or (fix.applicability == "unsafe" and diagnostic.path in self.unsafe)
        )

    def is_hidden_fix(self, diagnostic: Diagnostic) -> bool:
        """Whether `--fix` would repair it only together with `--unsafe-fixes`."""
        fix = diagnostic.fix
        return (
            fix is not None and fix.applicability == "unsafe" and diagnostic.path not in self.unsafe
        )


# For people, and for services that look for single lines in a log; all others fill a stream alone.
TEXTS = ("concise", "full", "grouped")
ANNOTATIONS = ("github", "azure")


def renderer(name: str) -> Callable[[Report], str]:
    """The function that renders a report in the format of that name."""
    module = importlib.import_module(f"layerlint.report.{name.replace('-', '_')}")
    render: Callable[[Report], str] = module.render
    return render
