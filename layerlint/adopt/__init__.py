"""Living with code that is older than the linter: baselines, changed lines, added comments.

A `Keep` narrows the diagnostics of a revision of the files; `--fix` asks it again after each round,
so that it judges by the text that it is given and not by what is on disk.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.state.snapshot import Snapshot

    Keep = Callable[[Sequence[Diagnostic], Snapshot], list[Diagnostic]]


def both(first: Keep, second: Keep) -> Keep:
    """What passes one filter and then the other."""
    return lambda diagnostics, contents: second(first(diagnostics, contents), contents)
