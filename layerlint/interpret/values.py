"""Abstract values in one world, and the transfer functions over them.

In a single world the flag is a constant (`True`, `False`, `None`), so following it is constant
propagation: the table of three-worlds analysis falls out of evaluating Python's own operators on
the constant. What is not constant is unknown; an unknown that was computed from the flag is
*derived*, and nothing may be claimed behind a test on it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import libcst as cst

from layerlint.interpret.bounds import PARTS, GaveUp

if TYPE_CHECKING:
    from layerlint.interpret.frames import Callee


class _Unknown:
    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = _Unknown()
NO_DRAWS: Final[frozenset[int]] = frozenset()
NO_READS: Final[frozenset[str]] = frozenset()
INPUT: Final = "<input>"
DRAW: Final = "<draw>"


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of an expression's value in one world.

    `const`: the Python constant it is. `truth`: its truth where only that is known. `derived`: the
    flag had a part in it. `path`: the state of the layer it denotes (`("mean",)` for `self.mean`).
    `same`: the path and version of the state whose value it equals. `callees`: what calling it
    runs, several where an unknown test picked one. `draws`: the random draws (by identity of their
    calls) whose numbers are in it. `reads`: the layer's attributes, `INPUT` for the arguments of
    `call`, from which it was computed. `items` and `mapping`: the parts of a tuple or list, of a
    dictionary; `partial`: it may hold more. `element`: what any part of a container may be
    whose parts cannot be told apart.
    """

    const: object = UNKNOWN
    truth: bool | None = None
    derived: bool = False
    path: tuple[str, ...] | None = None
    same: tuple[tuple[str, ...], int] | None = None
    callees: tuple[Callee, ...] = ()
    draws: frozenset[int] = NO_DRAWS
    reads: frozenset[str] = NO_READS
    items: tuple[Value, ...] | None = None
    element: Value | None = None
    partial: bool = False
    mapping: Mapping[Hashable, Value] | None = None
    # How many values hang on this one, each counted as often as it is found there.
    size: int = field(default=1, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.items is None and self.mapping is None and self.element is None:
            return
        size = 1 + sum([part.size for part in parts_of(self)])
        if size > PARTS:
            raise GaveUp
        object.__setattr__(self, "size", size)

    @property
    def known(self) -> bool:
        """Whether the constant is known."""
        return self.const is not UNKNOWN


ANYTHING: Final = Value()


def constant(value: object, *, derived: bool = False) -> Value:
    """The value that is `value`."""
    return Value(const=value, derived=derived)


def truth(value: Value) -> bool | None:
    """Whether the value is true, None where unknown."""
    if value.known:
        return bool(value.const)
    return value.truth


def unknown_from(*values: Value) -> Value:
    """An unknown computed from `values`: derived if one is, with all their draws."""
    derived = any(value.derived for value in values)
    draws = NO_DRAWS.union(*(value.draws for value in values))
    reads = NO_READS.union(*(value.reads for value in values))
    if not derived and not draws and not reads:
        return ANYTHING
    return Value(derived=derived, draws=draws, reads=reads)


def join(values: Iterable[Value]) -> Value:
    """What holds of all `values`: of a name after two paths have met."""
    found = list(values)
    if not found:
        return ANYTHING
    first = found[0]
    if all(other == first for other in found[1:]):
        return first
    merged = unknown_from(*found)
    # A constant is followed all the way, the flag itself included: only an unknown is in doubt.
    merged = replace(merged, derived=any(v.derived for v in found if not v.known))
    truths = {truth(value) for value in found}
    if len(truths) == 1:
        merged = replace(merged, truth=truths.pop())
    callees = dict.fromkeys(callee for value in found for callee in value.callees)
    merged = replace(merged, callees=tuple(callees))
    for name in ("const", "same"):
        parts = [getattr(value, name) for value in found]
        if all(_identical(part, parts[0]) for part in parts[1:]):
            merged = replace(merged, **{name: parts[0]})
    return _joined_parts(replace(merged, path=_joined_path([v.path for v in found])), found)


def _joined_path(given: Sequence[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """State that a name may denote: what is written through it may be the layer's.

    Of several, the container that holds them all, or the first.
    """
    if all(path == given[0] for path in given):
        return given[0]
    paths = [path for path in given if path]
    if not paths or all(path == paths[0] for path in paths):
        return paths[0] if paths else None
    shared = 0
    for parts in zip(*paths, strict=False):
        if any(part != parts[0] for part in parts):
            break
        shared += 1
    return (*paths[0][:shared], "[*]") if shared else paths[0]


def _joined_parts(merged: Value, found: Sequence[Value]) -> Value:
    """`merged` with the parts of containers: each where they correspond, else any of them."""
    first = found[0]
    if all(v.items is not None and len(v.items) == len(first.items or ()) for v in found):
        columns = zip(*(value.items or () for value in found), strict=True)
        return replace(merged, items=tuple(join(column) for column in columns))
    keys = first.mapping.keys() if first.mapping is not None else None
    if keys is not None and all(v.mapping is not None and v.mapping.keys() == keys for v in found):
        mapping = {key: join([v.mapping[key] for v in found if v.mapping]) for key in keys}
        return replace(merged, mapping=mapping, partial=any(v.partial for v in found))
    inside = [part for value in found for part in parts_of(value)]
    return replace(merged, element=join(inside)) if inside else merged


def _identical(left: object, right: object) -> bool:
    """Equality that keeps `True` and `1` apart."""
    return type(left) is type(right) and left == right


def parts_of(value: Value) -> tuple[Value, ...]:
    """The parts of a container that are known, in order where there is one."""
    if value.items is not None:
        return value.items
    if value.mapping is not None:
        return tuple(value.mapping.values())
    return () if value.element is None else (value.element,)


def negate(value: Value) -> Value:
    """`not value`."""
    known = truth(value)
    if known is None:
        return Value(derived=value.derived)
    return constant(not known, derived=value.derived)


def either(left: Value, right: Value) -> Value:
    """`left or right`, also as a tensor op: what is known when the other side is not."""
    return _logical(left, right, absorbing=True)


def both(left: Value, right: Value) -> Value:
    """`left and right`, also as a tensor op."""
    return _logical(left, right, absorbing=False)


def _logical(left: Value, right: Value, *, absorbing: bool) -> Value:
    first, second = truth(left), truth(right)
    if first is absorbing or second is absorbing:
        # Python returns the operand itself where the left one decides.
        return left if first is absorbing else Value(truth=absorbing, derived=right.derived)
    if first is (not absorbing):
        return right
    if second is (not absorbing):
        return replace(unknown_from(left, right), derived=left.derived)
    return unknown_from(left, right)


_COMPARISONS: dict[type[cst.BaseCompOp], Callable[[Any, Any], object]] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
    cst.LessThan: operator.lt,
    cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt,
    cst.GreaterThanEqual: operator.ge,
    cst.In: lambda left, right: left in right,
    cst.NotIn: lambda left, right: left not in right,
}


def compare(left: Value, comparison: cst.BaseCompOp, right: Value) -> Value:
    """`left <comparison> right`."""
    operation = _COMPARISONS.get(type(comparison))
    if isinstance(comparison, (cst.In, cst.NotIn)) and right.items is not None:
        right = _constant_items(right)
    if operation is not None and left.known and right.known:
        try:
            return constant(
                bool(operation(left.const, right.const)), derived=left.derived or right.derived
            )
        except TypeError:
            return unknown_from(left, right)
    if isinstance(comparison, (cst.Is, cst.IsNot)) and _never_none(left) and right.const is None:
        return constant(isinstance(comparison, cst.IsNot))
    return unknown_from(left, right)


def _constant_items(value: Value) -> Value:
    """A display of constants as the constant it is: `(True, 1)`."""
    parts = value.items or ()
    if not all(part.known for part in parts):
        return value
    return constant(tuple(part.const for part in parts), derived=any(p.derived for p in parts))


def _never_none(value: Value) -> bool:
    return bool(value.callees) or any(
        parts is not None for parts in (value.items, value.mapping, value.element)
    )
