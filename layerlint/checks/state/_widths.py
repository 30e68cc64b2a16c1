"""Layers that are called on tensors of different widths, and can only be built for one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, literal, positional, self_attribute
from layerlint.syntax.walk import innermost

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

# What sets the width of its result, by which argument.
_SETS = {
    **{f"layers.Conv{n}D": "filters" for n in (1, 2, 3)},
    **{f"layers.Conv{n}DTranspose": "filters" for n in (1, 2, 3)},
    **{f"layers.SeparableConv{n}D": "filters" for n in (1, 2)},
    "layers.Dense": "units",
}
# What is built for one width, and gives it on.
_KEEPS_AND_HAS_WEIGHTS = frozenset({"layers.BatchNormalization", "layers.LayerNormalization"})
_BUILT_FOR_ONE = frozenset(_SETS) | _KEEPS_AND_HAS_WEIGHTS
_KEEPS = _KEEPS_AND_HAS_WEIGHTS | {
    f"layers.{name}"
    for name in ("Activation", "Dropout", "GaussianNoise", "LeakyReLU", "ReLU", "SpatialDropout2D")
}
_LONGEST = 12
# Where a call need not run in each pass.
_NOT_ALWAYS = (cst.If, cst.IfExp, cst.Try, cst.For, cst.While, cst.BaseComp, cst.Lambda)


class Width(NamedTuple):
    """A number of channels: so many times what an expression of the constructor is."""

    times: Fraction
    of: str
    text: str


class TwoWidths(NamedTuple):
    """A call of a layer on another width than the one that it was called on before."""

    call: cst.Call
    attribute: str
    first: Width
    second: Width


def called_on_two_widths(layer: LayerClass, method: Method) -> Iterator[TwoWidths]:
    """The second call of each layer that gets, in one pass, tensors of different widths."""
    known: dict[str, Width] = {}
    for call in method.own_nodes(cst.Call):
        held = _single(call, layer, method)
        if held is None or held.keras not in _BUILT_FOR_ONE or not call.args:
            continue
        if held.keras in _KEEPS_AND_HAS_WEIGHTS and _has_axis(held.call):
            continue
        if innermost(call, *_NOT_ALWAYS, inside=method.node.body) is not None:
            continue
        width = _width(call.args[0].value, layer, method, _LONGEST)
        first = known.setdefault(held.attribute, width) if width is not None else None
        if width is not None and first is not None and _differ(first, width):
            yield TwoWidths(call, held.attribute, first, width)


def _has_axis(made: cst.Call) -> bool:
    """Whether a normalization is told its axis, which need not be that of the channels."""
    return bool(positional(made)) or keyword(made, "axis") is not None


def _single(call: cst.Call, layer: LayerClass, method: Method) -> Sublayer | None:
    """The one layer of Keras that `self.<name>(...)` calls."""
    name = self_attribute(call.func, method.self_name)
    held = layer.sublayers.get(name) if name is not None else None
    if held is None or held.container is not None or name is None:
        return None
    return held if len(layer.attributes[name].bindings) == 1 else None


def _width(node: cst.BaseExpression, layer: LayerClass, method: Method, depth: int) -> Width | None:
    if depth == 0:
        return None
    if isinstance(node, cst.Name):
        value = value_at(node, node, method.module)
        return _width(value, layer, method, depth - 1) if value is not None else None
    if not isinstance(node, cst.Call) or not node.args:
        return None
    held = _single(node, layer, method)
    if held is not None and held.keras in _SETS:
        return _set_by(held, layer)
    known = method.module.tensor_function(node.func)
    keeps = held is not None and held.keras in _KEEPS
    if keeps or (known is not None and known.role in ("elementwise", "cast")):
        return _width(node.args[0].value, layer, method, depth - 1)
    return None


def _set_by(held: Sublayer, layer: LayerClass) -> Width | None:
    """The width that a layer was told of where it was made."""
    name, maker = _SETS[held.keras or ""], held.method
    value = bind(held.call, (name,)).get(name)
    if value is None or maker is None or maker is not layer.constructor:
        return None
    number = _product(value)
    if number is None:
        return None
    times, base = number
    if isinstance(base, cst.Name) and maker.rebinds(base.value):
        return None
    if base is not None and not _is_argument(base, maker):
        return None
    of = maker.module.source(base) if base is not None else ""
    return Width(times, of.removeprefix(f"{maker.self_name}."), maker.module.source(value))


def _is_argument(base: cst.BaseExpression, maker: Method) -> bool:
    name = base.value if isinstance(base, cst.Name) else self_attribute(base, maker.self_name)
    return isinstance(name, str) and maker.takes(name)


def _product(node: cst.BaseExpression) -> tuple[Fraction, cst.BaseExpression | None] | None:
    """A number, or a number of times an expression: `4 * rate`, `rate * 2`."""
    number = literal(node)
    if type(number) is int:
        return Fraction(number), None
    if isinstance(node, (cst.Name, cst.Attribute)):
        return Fraction(1), node
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            for times, base in ((literal(left), right), (literal(right), left)):
                inner = _product(base) if type(times) is int else None
                if inner is not None:
                    return times * inner[0], inner[1]
    return None


def _differ(first: Width, second: Width) -> bool:
    return first.of == second.of and first.times != second.times
