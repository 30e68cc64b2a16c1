"""Abstract values in one world, and the transfer functions over them.

In a single world the flag is a constant (`True`, `False`, `None`), so following it is constant
propagation: the table of three-worlds analysis falls out of evaluating Python's own operators on
the constant. What is not constant is unknown; an unknown that was computed from the flag is
*derived*, and nothing may be claimed behind a test on it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, Final

from layerlint.interpret.bounds import PARTS, GaveUp
from layerlint.interpret.tensors.fact import (
    PYTHON,
    UNKNOWN as NOTHING_KNOWN,
    Fact,
)

if TYPE_CHECKING:
    from layerlint.interpret.effects import RandomDraw
    from layerlint.interpret.frames import Callee
    from layerlint.interpret.run import Asked


class _Unknown:
    def __repr__(self) -> str:
        return "UNKNOWN"


class _Missing:
    def __repr__(self) -> str:
        return "MISSING"


UNKNOWN: Final = _Unknown()
NO_DRAWS: Final[frozenset[RandomDraw]] = frozenset()
NO_READS: Final[frozenset[str]] = frozenset()
INPUT: Final = "<input>"
DRAW: Final = "<draw>"
# What the path of an object begins with that code makes.
OBJECT: Final = "<object"


class Value:
    """What is known of an expression's value in one world.

    `const`: the Python constant it is. `choices`: what it is equal to, one of these constants.
    `truth`: its truth where only that is known. `derived`: the flag had a part in it. `picked`: the
    flag chose which value it is, and nobody knows how the other differs. `path`: the state of the
    layer it denotes (`("mean",)` for `self.mean`). `same`: the path and version of the state whose
    value it equals. `callees`: what calling it runs, several where an unknown test picked one.
    `draws`: the random draws whose numbers are in it. `reads`: the
    layer's attributes, `INPUT` for the arguments of `call`, from which it was computed. `items` and
    `mapping`: the parts of a tuple or list, of a dictionary; `partial`: it may hold more.
    `element`: what any part of a container may be whose parts cannot be told apart. `kind`: the
    type of the container; `identity`: which of all containers it is, wherever it is held. `tensor`:
    what is known of it as a tensor.

    A value never changes. It holds only what is known: millions are made and compared, and most
    know one thing or nothing.
    """

    const: object = UNKNOWN
    choices: tuple[object, ...] = ()
    truth: bool | None = None
    derived: bool = False
    picked: bool = False
    path: tuple[str, ...] | None = None
    same: tuple[tuple[str, ...], int] | None = None
    callees: tuple[Callee, ...] = ()
    draws: frozenset[RandomDraw] = NO_DRAWS
    reads: frozenset[str] = NO_READS
    items: tuple[Value, ...] | None = None
    element: Value | None = None
    partial: bool = False
    mapping: Mapping[Hashable, Value] | None = None
    kind: type | None = None
    identity: int | None = None
    # How many values hang on this one, each counted as often as it is found there.
    size: int = 1
    tensor: Fact | None = None

    def __init__(
        self,
        const: object = UNKNOWN,
        truth: bool | None = None,
        derived: bool = False,
        picked: bool = False,
        path: tuple[str, ...] | None = None,
        same: tuple[tuple[str, ...], int] | None = None,
        callees: tuple[Callee, ...] = (),
        draws: frozenset[RandomDraw] = NO_DRAWS,
        reads: frozenset[str] = NO_READS,
        items: tuple[Value, ...] | None = None,
        element: Value | None = None,
        partial: bool = False,
        mapping: Mapping[Hashable, Value] | None = None,
        kind: type | None = None,
        identity: int | None = None,
        tensor: Fact | None = None,
        choices: tuple[object, ...] = (),
    ) -> None:
        known = self.__dict__
        if const is not UNKNOWN:
            known["const"] = const
        if truth is not None:
            known["truth"] = truth
        if derived:
            known["derived"] = True
        if picked:
            known["picked"] = True
        if path is not None:
            known["path"] = path
        if same is not None:
            known["same"] = same
        if callees:
            known["callees"] = callees
        if draws:
            known["draws"] = draws
        if reads:
            known["reads"] = reads
        if partial:
            known["partial"] = True
        if kind is not None:
            known["kind"] = kind
        if identity is not None:
            known["identity"] = identity
        if tensor is not None:
            known["tensor"] = tensor
        if choices:
            known["choices"] = choices
        if items is not None or mapping is not None or element is not None:
            known.update(items=items, mapping=mapping, element=element)
            known["size"] = _size(self)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a value does not change: {name}")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Value):
            return NotImplemented
        # To Python `True` is 1, and 1.0 as well.
        return self.knowledge == other.knowledge and type(self.const) is type(other.const)

    def __hash__(self) -> int:
        return hash((self.const, self.truth, self.path))

    @property
    def knowledge(self) -> dict[str, Any]:
        """What is known, by name."""
        return self.__dict__

    @property
    def known(self) -> bool:
        """Whether the constant is known."""
        return self.const is not UNKNOWN

    @property
    def opaque(self) -> bool:
        """Whether a test on it, not being known, depends on the flag."""
        return self.derived or self.picked


def _size(value: Value) -> int:
    if (size := 1 + sum([part.size for part in parts_of(value)])) > PARTS:
        raise GaveUp
    return size


def revised(value: Value, **changes: Any) -> Value:
    """`value` with other parts."""
    return Value(
        **{name: part for name, part in value.knowledge.items() if name != "size"} | changes
    )


ANYTHING: Final = Value()
# What a name or an attribute has that was deleted. May be it was, and nothing is known of it.
MISSING: Final = Value(const=_Missing())
PERHAPS_MISSING: Final = Value(derived=True)


class Flag(Value):
    """The training flag, as long as nobody has asked which it is.

    A `call` that only hands the flag on does the same in every world. Whatever looks at `const`,
    or whether it `holds`, is noted in what was `asked` of the run.
    """

    def __init__(self, flag: object, asked: Asked) -> None:
        super().__init__(derived=True)
        self.__dict__.update(_flag=flag, _asked=asked)

    @property
    def holds(self) -> bool:
        """Whether the flag is true in the world of the run, be it False or None otherwise."""
        self.__dict__["_asked"].flag(exactly=False)
        return bool(self.__dict__["_flag"])

    @property
    def const(self) -> object:  # type: ignore[override]
        """The flag in the world of the run."""
        self.__dict__["_asked"].flag(exactly=True)
        return self.__dict__["_flag"]

    @property
    def known(self) -> bool:
        """The flag is known in every world."""
        return True

    @property
    def knowledge(self) -> dict[str, Any]:
        """What is known, as of any constant that the flag had a part in."""
        return {"const": self.const, "derived": True}


def constant(value: object, *, derived: bool = False) -> Value:
    """The value that is `value`."""
    return Value(const=value, derived=derived)


def truth(value: Value) -> bool | None:
    """Whether the value is true, None where unknown."""
    if isinstance(value, Flag):
        return value.holds
    if value.known:
        return bool(value.const)
    if value.truth is None and value.kind is not None and not value.partial:
        parts = value.mapping if value.mapping is not None else value.items
        return None if parts is None else bool(parts)
    return value.truth


def unknown_from(*values: Value) -> Value:
    """An unknown computed from `values`: derived if one is, with all their draws."""
    derived, draws, reads = False, NO_DRAWS, NO_READS
    for value in values:
        derived = derived or value.derived
        if value.draws:
            draws |= value.draws
        if value.reads:
            reads |= value.reads
    if not derived and not draws and not reads:
        return ANYTHING
    return Value(derived=derived, draws=draws, reads=reads)


def fact_of(value: Value) -> Fact:
    """What is known of the value as a tensor; of a container, what its parts are."""
    known = value.__dict__
    if "tensor" in known:
        return value.tensor or NOTHING_KNOWN
    if value.items is not None:
        return Fact("python", items=tuple([fact_of(part) for part in value.items]))
    if value.element is not None:
        return Fact("python", item=fact_of(value.element))
    return PYTHON if "const" in known else NOTHING_KNOWN


def with_fact(value: Value, fact: Fact) -> Value:
    """`value`, of which `fact` is known."""
    known = fact_of(value)
    # Most often it is the very same, and to compare two is slow.
    return value if fact is known or fact == known else revised(value, tensor=fact)


def chosen(value: Value) -> Value:
    """The value after the flag chose it; a setting of the layer stays one, whatever it is."""
    return value if value.path else revised(value, picked=True)


def asked(*values: Value) -> Value:
    """What a question about `values` answers where that is unknown: which they are decides."""
    answer = unknown_from(*values)
    return revised(answer, picked=True) if any(value.picked for value in values) else answer


def identical(left: object, right: object) -> bool:
    """Equality that keeps `True` and `1` apart."""
    return type(left) is type(right) and left == right


def parts_of(value: Value) -> tuple[Value, ...]:
    """The parts of a container that are known, in order where there is one."""
    if value.items is not None:
        return value.items
    if value.mapping is not None:
        return tuple(value.mapping.values())
    return () if value.element is None else (value.element,)
