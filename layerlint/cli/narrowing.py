"""What `check` leaves out of its report: findings of the baseline, and those on old lines."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from layerlint.adopt import Keep
    from layerlint.adopt.baseline import Baselines
    from layerlint.engine.outcome import Outcome
    from layerlint.files.discovery import File
    from layerlint.report.console import Console


class Narrowing:
    """The filter that the arguments and the settings of the files ask for; `keep` may be None."""

    __slots__ = ("_baselines", "keep")

    def __init__(self, arguments: argparse.Namespace, files: Sequence[File]) -> None:
        self.keep: Keep | None = None
        self._baselines: Baselines | None = None
        if arguments.diff_base is not None:
            from layerlint.adopt.changes import Changes

            self.keep = Changes(arguments.diff_base).keep
        if any(file.settings.values["baseline"] for file in files):
            from layerlint.adopt import both
            from layerlint.adopt.baseline import Baselines

            self._baselines = Baselines(files)
            accept = self._baselines.keep
            self.keep = accept if self.keep is None else both(accept, self.keep)

    def apply(self, outcome: Outcome) -> None:
        """Narrow the diagnostics of an outcome."""
        if self.keep is not None:
            outcome.diagnostics = self.keep(outcome.diagnostics, outcome.contents)

    def say(self, console: Console) -> None:
        """Say how many findings the baseline accepts, so that nobody takes them for gone."""
        accepted = self._baselines.accepted if self._baselines else 0
        if accepted:
            assert self._baselines is not None
            names = ", ".join(os.path.relpath(path) for path in self._baselines.paths)
            console.say(f"{accepted} finding{'' if accepted == 1 else 's'} accepted by {names}")
