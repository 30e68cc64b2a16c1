"""What an answer rests on: the reads that were made while it was computed.

A read is a question about one file or directory (`text`, `index`, ...) whose value can be asked
for again later; an answer that is kept stands as long as all of its reads have the same value. What
several answers share is computed once, so a `Node` stands for such a part: whoever uses the part
rests on its node, whoever computes it records into that node. Nodes may rest on each other in
circles.
"""

from __future__ import annotations

from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    # The question, the absolute path that it is about, and what else it asks for.
    Read = tuple[str, str, str]


class Node:
    """The reads that a part of an answer rests on, its own and those of other parts."""

    __slots__ = ("nodes", "reads")

    def __init__(self) -> None:
        # Most parts rest on nothing of one kind or the other: sets are made when they are needed.
        self.reads: set[Read] | None = None
        self.nodes: set[Node] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it rests on nothing so far."""
        return self.reads is None and self.nodes is None

    def __enter__(self) -> Node:
        _recording.append(self)
        return self

    def __exit__(self, *raised: object) -> None:
        _recording.pop()


# The nodes that are being computed, the innermost last.
_recording: list[Node] = []
# Whether anybody may ask what they rest on.
_is_asked = True


@contextmanager
def unasked(nobody: bool) -> Iterator[None]:
    """Where `nobody` will ask in a later revision, record nothing meanwhile."""
    global _is_asked
    before, _is_asked = _is_asked, _is_asked and not nobody
    try:
        yield
    finally:
        _is_asked = before


def reads(question: str, path: str, detail: str = "") -> None:
    """Record a read for whatever is being computed."""
    if _recording and _is_asked:
        node = _recording[-1]
        if node.reads is None:
            node.reads = set()
        node.reads.add((question, path, detail))


def rests_on(node: Node) -> None:
    """Record that what is being computed uses a part that has a node of its own."""
    if _recording and _is_asked:
        user = _recording[-1]
        if user.nodes is None:
            user.nodes = set()
        user.nodes.add(node)


def gathered(node: Node) -> set[Read]:
    """Every read that a node rests on."""
    found: set[Read] = set()
    seen = {node}
    pending = [node]
    while pending:
        current = pending.pop()
        found.update(current.reads or ())
        below = (current.nodes or set()) - seen
        seen |= below
        pending += below
    return found
