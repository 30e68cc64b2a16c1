"""Whether what a loop makes has another size in each of its turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, only_value
from layerlint.syntax import cst
from layerlint.syntax.walk import innermost

if TYPE_CHECKING:
    from layerlint.model.module import Module

_MAX_DEPTH = 4
_Operations = (cst.Multiply, cst.Divide, cst.FloorDivide, cst.Power, cst.LeftShift, cst.RightShift)


def grows_by_turn(module: Module, call: cst.Call) -> bool:
    """Whether a size that a call is given is computed with the counter of the loop around.

    As in `Dense(units // 2**i)`. What is read at the counter may be the same in every turn.
    """
    loop = innermost(call, cst.For)
    counter = _counter(loop, module) if loop is not None else None
    if loop is None or counter is None:
        return False
    sizes = _Sizes(module, loop, counter)
    return any(sizes.counted(argument.value, _MAX_DEPTH) for argument in call.args)


def _counter(loop: cst.For, module: Module) -> str | None:
    """`i` of `for i in range(n)` and of `for i, x in enumerate(xs)`."""
    name = module.resolve(loop.iter.func) if isinstance(loop.iter, cst.Call) else None
    match loop.target:
        case cst.Name(value=counter) if name == "builtins.range":
            return counter
        case cst.Tuple(elements=[cst.Element(value=cst.Name(value=counter)), *_]):
            return counter if name == "builtins.enumerate" else None
    return None


class _Sizes:
    """The expressions in a loop that its counter has a part in."""

    def __init__(self, module: Module, loop: cst.For, counter: str) -> None:
        self._given = assigned(loop.body, module)
        self._counter = counter

    def counted(self, node: cst.BaseExpression, depth: int) -> bool:
        """Whether a size is a product, a quotient or a power in which the counter stands."""
        match node:
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                return any(self.counted(each.value, depth) for each in elements)
            case cst.BinaryOperation(operator=operator):
                return isinstance(operator, _Operations) and self._holds(node, depth)
            case cst.Name(value=name):
                given = only_value(name, self._given) if depth else None
                return given is not None and self.counted(given, depth - 1)
        return False

    def _holds(self, node: cst.BaseExpression, depth: int) -> bool:
        match node:
            case cst.BinaryOperation(left=left, right=right):
                return self._holds(left, depth) or self._holds(right, depth)
            case cst.Name(value=name):
                given = only_value(name, self._given) if depth else None
                return name == self._counter or (
                    given is not None and self._holds(given, depth - 1)
                )
        return False
