"""What an answer rests on: the reads that were made while it was computed.

A read is a question about one file or directory (`text`, `index`, ...) whose value can be asked
for again later; an answer that is kept stands as long as all of its reads have the same value. What
several answers share is computed once, so a `Node` stands for such a part: whoever uses the part
rests on its node, whoever computes it records into that node. Nodes may rest on each other in
circles.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    # The question, the absolute path that it is about, and what else it asks for.
    Read = tuple[str, str, str]


class Node:
    """The reads that a part of an answer rests on, its own and those of other parts."""

    __slots__ = ("nodes", "reads")

    def __init__(self) -> None:
        self.reads: set[Read] = set()
        self.nodes: set[Node] = set()

    def __enter__(self) -> Node:
        _recording.append(self)
        return self

    def __exit__(self, *raised: object) -> None:
        _recording.pop()


# The nodes that are being computed, the innermost last.
_recording: list[Node] = []


def reads(question: str, path: str, detail: str = "") -> None:
    """Record a read for whatever is being computed."""
    if _recording:
        _recording[-1].reads.add((question, path, detail))


def rests_on(node: Node) -> None:
    """Record that what is being computed uses a part that has a node of its own."""
    if _recording:
        _recording[-1].nodes.add(node)


def gathered(node: Node) -> set[Read]:
    """Every read that a node rests on."""
    found: set[Read] = set()
    seen = {node}
    pending = [node]
    while pending:
        current = pending.pop()
        found |= current.reads
        below = current.nodes - seen
        seen |= below
        pending += below
    return found
