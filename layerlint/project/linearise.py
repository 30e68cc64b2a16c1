"""Python's method resolution order over class headers and the names of classes without source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from layerlint.project.headers import ClassHeader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.hierarchy import Header

Item = ClassHeader | str
Identity = tuple[str, int, str]
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
    for base in bases(header):
        item = base if isinstance(base, (ClassHeader, str)) else base.header
        if isinstance(item, str) or (item.identity not in below and len(below) < MAXIMUM_DEPTH):
            above.append(item)
    lines: list[list[Item]] = [
        _linearise(item, bases, (*below, item.identity), known)
        if isinstance(item, ClassHeader)
        else [item]
        for item in above
    ]
    found = known[header.identity] = [header, *_merge([*lines, above])]
    return found


def _merge(lines: list[list[Item]]) -> list[Item]:
    """Merge as C3 does; where Python would refuse the order, keep the one as written."""
    if len(lines) == 2 and lines[0][:1] == lines[1]:
        return lines[0]  # a single base
    merged: list[Item] = []
    rest = [list(line) for line in lines if line]
    while rest:
        head = next(
            (line[0] for line in rest if not any(line[0] in other[1:] for other in rest)),
            rest[0][0],
        )
        merged.append(head)
        rest = [[item for item in line if item is not head and item != head] for line in rest]
        rest = [line for line in rest if line]
    return merged
