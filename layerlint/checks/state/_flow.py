"""How far the gradients of attributes get in a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from layerlint.model.methods import parameters_of
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the gradient of an attribute ends. `usable`: what comes out is a float again."""

    attribute: str
    node: cst.CSTNode
    module: Module
    usable: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """The attributes that a value passes gradients to, and those it would if nothing cut them."""

    live: frozenset[str] = frozenset()
    cut: frozenset[Cut] = frozenset()

    def __or__(self, other: Flow) -> Flow:
        if not other.live and not other.cut:
            return self
        return Flow(self.live | other.live, self.cut | other.cut)

    def ended(self, node: cst.CSTNode, module: Module, usable: bool) -> Flow:
        """The same value where no gradient comes back from."""
        new = frozenset(Cut(name, node, module, usable) for name in self.live)
        return Flow(frozenset(), self.cut | new)

    def floating(self) -> Flow:
        """The same value as floats."""
        return Flow(
            self.live, frozenset(Cut(c.attribute, c.node, c.module, True) for c in self.cut)
        )


NOTHING = Flow()
Names = dict[str, Flow]


def union(flows: Iterable[Flow]) -> Flow:
    """What is computed of several values."""
    return reduce(lambda first, second: first | second, flows, NOTHING)


def bound(call: cst.Call, node: cst.FunctionDef, given: list[Flow], skip: int) -> Names:
    """The arguments by parameter; what cannot be placed is given to every parameter."""
    parameters = parameters_of(node.params)[skip:]
    places = [each.name for each in parameters if each.kind == "positional"]
    names = {each.name: NOTHING for each in parameters}
    for index, (argument, flow) in enumerate(zip(call.args, given, strict=True)):
        if argument.keyword is not None and argument.keyword.value in names:
            names[argument.keyword.value] |= flow
        elif argument.keyword is None and not argument.star and index < len(places):
            names[places[index]] |= flow
        else:
            for name in names:
                names[name] |= flow
    return names
