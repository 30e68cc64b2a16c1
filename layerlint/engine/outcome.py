"""What a run gives."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.files.discovery import File
    from layerlint.state.answers import Answers
    from layerlint.state.snapshot import Snapshot

    # The answers about each project, by what its settings are.
    Known = Mapping[str, Answers]


class Outcome:
    """The diagnostics of one revision, and the answers that they were made from.

    `parsed` counts the files that were not screened, `answered` those whose answer was made anew,
    `left` those that were asked about and have none.
    `unresolved` counts the classes that may be layers, but for a base that was not found.
    `unfinished` are the classes that were too large to be interpreted whole, as `path: name`.
    """

    __slots__ = (
        "answered",
        "contents",
        "diagnostics",
        "files",
        "known",
        "left",
        "parsed",
        "unfinished",
        "unresolved",
    )

    def __init__(
        self, files: Sequence[File], contents: Snapshot, diagnostics: list[Diagnostic]
    ) -> None:
        self.files = files
        self.contents = contents
        self.diagnostics = diagnostics
        self.known: Known = {}
        self.parsed = 0
        self.answered = 0
        self.left = 0
        self.unfinished: list[str] = []
        self.unresolved = 0

    @property
    def crashed(self) -> bool:
        """Whether a rule crashed."""
        return any(diagnostic.code == "internal-error" for diagnostic in self.diagnostics)
