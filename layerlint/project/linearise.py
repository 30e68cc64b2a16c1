"""Python's method resolution order over class headers and the names of classes without source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from layerlint.project.headers import ClassHeader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.hierarchy import Header

Item = ClassHeader | str
Identity = tuple[str, int, str]
# Classes above one another, or in one order: what is longer is cut off.
MAXIMUM_DEPTH = 64


def linearise(header: ClassHeader, bases: Callable[[ClassHeader], Sequence[Header]]) -> list[Item]:
    """Return the class and everything above it, in the order in which Python looks names up."""
    return _linearise(header, bases, (header.identity,), {})


def _linearise(
    header: ClassHeader,
    bases: Callable[[ClassHeader], Sequence[Header]],
    below: tuple[Identity, ...],
    known: dict[Identity, list[Item]],
) -> list[Item]:
    """The order of one class; of several ways down to it, the first is walked."""
    if header.identity in known:
        return known[header.identity]
    above: list[Item] = []
    lines: list[Sequence[Item]] = []
    for base in bases(header):
        if isinstance(base, str):
            above.append(base)
            lines.append([base])
            continue
        item = base if isinstance(base, ClassHeader) else base.header
        if item.identity in below or len(below) >= MAXIMUM_DEPTH:
            continue
        above.append(item)
        decided = None if isinstance(base, ClassHeader) else base.order
        lines.append(decided or _linearise(item, bases, (*below, item.identity), known))
    found = known[header.identity] = [header, *_merge([*lines, above])][:MAXIMUM_DEPTH]
    return found


def _merge(lines: list[Sequence[Item]]) -> Sequence[Item]:
    """Merge as C3 does; where Python would refuse the order, keep the one as written."""
    if len(lines) == 2 and list(lines[0][:1]) == lines[1]:
        return lines[0]  # a single base
    merged: list[Item] = []
    placed: set[Hashable] = set()
    rest = [[(_key(item), item) for item in line] for line in lines]
    starts = [0] * len(rest)
    behind = Counter(key for line in rest for key, _ in line[1:])
    while True:
        heads = []
        for number, line in enumerate(rest):
            start = starts[number]
            while start < len(line) and line[start][0] in placed:
                start += 1
                if start < len(line):
                    behind[line[start][0]] -= 1
            starts[number] = start
            if start < len(line):
                heads.append(line[start])
        if not heads or len(merged) == MAXIMUM_DEPTH:
            return merged
        key, item = next((each for each in heads if not behind[each[0]]), heads[0])
        merged.append(item)
        placed.add(key)


def _key(item: Item) -> Hashable:
    return item if isinstance(item, str) else item.identity
