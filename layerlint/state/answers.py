"""What is known of each file of a project, and whether it still stands in another revision.

An answer is what the analysis of one file gave. It is kept with the reads that it rests on, and
each read with its value: in a later revision the reads of files that are as they were need not be
made again, and an answer stands as long as none of its reads has another value.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from layerlint.diagnostics import Diagnostic
    from layerlint.engine.detection import Detection
    from layerlint.state.memo import Read

    # What tells that a file is as it was without opening it, and the digest of its bytes.
    Identified = tuple[tuple[int, ...], str]
    # A class by its file and qualified name.
    ClassName = tuple[str, str]


# There is no other such set, however many of them are asked for.
NOTHING: frozenset[Any] = frozenset()


class Answer:
    """What the analysis of one file gave.

    `problem` is why there was nothing to analyse; `parsed` tells whether a tree was made;
    `suppresses` whether the file holds something like a suppression comment; `unfinished` are the
    classes that were too large to be interpreted whole, `unresolved` those that may be layers but
    for a base that was not found.
    """

    __slots__ = ("found", "parsed", "problem", "reads", "suppresses", "unfinished", "unresolved")

    def __init__(
        self,
        *,
        problem: Diagnostic | None = None,
        found: Iterable[Detection] = (),
        parsed: bool = False,
        suppresses: bool = False,
    ) -> None:
        self.problem = problem
        self.found = list(found)
        self.parsed = parsed
        self.suppresses = suppresses
        self.unfinished: tuple[str, ...] = ()
        self.unresolved: tuple[str, ...] = ()
        self.reads: frozenset[Read] = NOTHING


class Layers:
    """The layers of one file: the qualified name of each with the classes that it derives from."""

    __slots__ = ("classes", "reads")

    def __init__(
        self, classes: Sequence[tuple[str, Sequence[ClassName]]], reads: frozenset[Read]
    ) -> None:
        self.classes = classes
        self.reads = reads


class Answers:
    """The answers about the files of one project, by absolute path, as of one revision."""

    __slots__ = ("by_path", "ground", "identities", "layers", "lookups", "names", "values")

    def __init__(self) -> None:
        self.by_path: dict[str, Answer] = {}
        self.layers: dict[str, Layers] = {}
        self.values: dict[Read, object] = {}
        # Where all of these are as they were, modules lie where they lay, and the project asks for
        # what it asked for; otherwise it has to be looked up anew.
        self.ground: dict[Read, object] = {}
        # What the imports of a file were looked up as, and how a file is named.
        self.lookups: dict[str, dict[str, Any]] = {}
        self.names: dict[str, tuple[str, bool, bool]] = {}
        self.identities: dict[str, Identified] = {}
