"""How many times as long as that of its input the last axis of a result is, and is said to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.facts.tensors import STEPWISE_LAYERS
from layerlint.queries.straight_values import result_of_lines
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

# Among the layers that keep the steps, those with a last axis of their own.
_OF_OWN_SIZE = frozenset({"layers.Dense", "layers.Embedding"})
_KEEPING = ("elementwise", "cast", "binary")


def _lines(method: Method) -> list[cst.BaseSmallStatement]:
    """The statements of a method that runs from top to bottom, none of any other."""
    body = method.node.body.body
    lines = [line for line in body if isinstance(line, cst.SimpleStatementLine)]
    return [small for line in lines for small in line.body] if len(lines) == len(body) else []


@dataclass(slots=True)
class Result:
    """What `call` makes of its one input, which has `axes` axes if that is known."""

    layer: LayerClass
    call: Method
    axes: int | None
    known: dict[str, int | None] = field(default_factory=dict)

    def times(self) -> int | None:
        """How many times as long the last axis is; None where that is not seen."""
        self.known = {self.call.positional[0].name: 1}
        return result_of_lines(self.call.node, self.known, self._of)

    def _of(self, node: cst.BaseExpression) -> int | None:
        match node:
            case cst.Name(value=name):
                return self.known.get(name)
            case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
                return self._of(inner)
            case cst.BinaryOperation(left=left, operator=operator, right=right):
                # What is broadcast to the other side has as many numbers as that, or one.
                found = {self._of(left), self._of(right)} - {None}
                plain = len(found) == 1 and not isinstance(operator, cst.MatrixMultiply)
                return found.pop() if plain else None
            case cst.Call(args=[first, *_]):
                return self._of_call(node, first.value)
        return None

    def _of_call(self, call: cst.Call, first: cst.BaseExpression) -> int | None:
        held = self.layer.sublayers.get(self_attribute(call.func, self.call.self_name) or "")
        if held is not None:
            keeps = held.container is None and held.keras in STEPWISE_LAYERS - _OF_OWN_SIZE
            return self._of(first) if keeps else None
        function = self.call.module.tensor_function(call.func)
        axis = literal(bind(call, ("x", "axis")).get("axis"))
        if function is None or function.role in _KEEPING:
            return self._of(first) if function is not None else None
        if function.role == "reduction":
            inner = axis == -2 or (axis == 1 and self.axes is not None and self.axes > 2)
            return self._of(first) if inner else None
        if function.name.startswith("concat") and isinstance(first, (cst.List, cst.Tuple)):
            parts = [self._of(each.value) for each in first.elements]
            sizes = [part for part in parts if part is not None]
            return sum(sizes) if axis == -1 and len(sizes) == len(parts) else None
        return None


@dataclass(slots=True)
class Said:
    """What `compute_output_shape` says for the shape of one input."""

    method: Method
    axes: int | None = None
    last: str = ""

    def times(self) -> int | None:
        """How many times as long the last axis is; None where that is not seen."""
        shape = self.method.positional[0].name
        for small in _lines(self.method):
            match small:
                case cst.Assign(
                    targets=[cst.AssignTarget(target=cst.Tuple(elements=[*_, last] as parts))],
                    value=value,
                ) if is_name(value, shape) and isinstance(last.value, cst.Name):
                    if any(isinstance(each, cst.StarredElement) for each in parts):
                        return None
                    self.axes, self.last = len(parts), last.value.value
                case cst.Return(value=value) if value is not None:
                    return self._of(value, shape)
                case cst.Expr(value=cst.SimpleString()):
                    pass
                case _:
                    return None
        return None

    def _of(self, node: cst.BaseExpression, shape: str) -> int | None:
        match node:
            case cst.Name(value=name):
                return 1 if name == shape else None
            case cst.Call(func=cst.Name("tuple" | "list"), args=[cst.Arg(value=inner)]):
                return self._of(inner, shape)
            case (
                cst.BinaryOperation(
                    operator=cst.Add(), right=cst.Tuple(elements=[*_, cst.Element(value=last)])
                )
                | cst.Tuple(elements=[*_, cst.Element(value=last)])
            ):
                return self._size(last, shape)
        return None

    def _size(self, node: cst.BaseExpression, shape: str) -> int | None:
        match node:
            case cst.Name(value=name):
                return 1 if name == self.last else None
            case cst.Subscript(
                value=owner, slice=[cst.SubscriptElement(slice=cst.Index(value=at))]
            ):
                return 1 if is_name(owner, shape) and literal(at) == -1 else None
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                for one, other in ((left, right), (right, left)):
                    size, number = self._size(one, shape), literal(other)
                    if size is not None and isinstance(number, int):
                        return size * number
        return None
