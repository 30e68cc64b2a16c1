"""What is known of each file of a project, and whether it still stands in another revision.

An answer is what the analysis of one file gave. It is kept with the reads that it rests on, and
each read with its value: in a later revision the reads of files that are as they were need not be
made again, and an answer stands as long as none of its reads has another value.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from layerlint.diagnostics import Diagnostic
    from layerlint.engine.found import Found
    from layerlint.state.memo import Read

    # What tells that a file is as it was without opening it, and the digest of its bytes.
    Identified = tuple[tuple[int, ...], str]


class Answer:
    """What the analysis of one file gave.

    `problem` is why there was nothing to analyse; `parsed` tells whether a tree was made;
    `suppresses` whether the file holds something like a suppression comment.
    """

    __slots__ = ("found", "parsed", "problem", "reads", "shared", "suppresses")

    def __init__(
        self,
        *,
        problem: Diagnostic | None = None,
        found: Iterable[Found] = (),
        parsed: bool = False,
        suppresses: bool = False,
    ) -> None:
        self.problem = problem
        self.found = list(found)
        self.parsed = parsed
        self.suppresses = suppresses
        self.reads: frozenset[Read] = frozenset()
        self.shared: frozenset[str] = frozenset()


class Answers:
    """The answers about the files of one project, by absolute path, as of one revision."""

    __slots__ = ("by_path", "ground", "identities", "shared", "values")

    def __init__(self) -> None:
        self.by_path: dict[str, Answer] = {}
        # Reads that many answers have in common, by the name of the node that made them.
        self.shared: dict[str, frozenset[Read]] = {}
        self.values: dict[Read, object] = {}
        # Every answer rests on these: where modules lie, and what the project asks for.
        self.ground: dict[Read, object] = {}
        self.identities: dict[str, Identified] = {}

    def standing(
        self,
        changed: frozenset[str],
        value: Callable[[Read], object],
    ) -> dict[str, Answer]:
        """The answers that still stand when the files `changed` have other bytes, or are gone.

        `value` gives the value of a read in the new revision.
        """
        if any(value(read) != before for read, before in self.ground.items()):
            return {}
        other = {
            read
            for read, before in self.values.items()
            if (read[0] == "mentions" or read[1] in changed) and value(read) != before
        }
        fallen = {name for name, reads in self.shared.items() if not other.isdisjoint(reads)}
        return {
            path: answer
            for path, answer in self.by_path.items()
            if path not in changed
            and other.isdisjoint(answer.reads)
            and fallen.isdisjoint(answer.shared)
        }
