"""LL311: an epsilon that is 0 in float16 guards a division or a logarithm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._named_numbers import number_of
from layerlint.checks.tracing._own_dtype import under_mixed_precision
from layerlint.declaration import check
from layerlint.facts.operations import AT_LEAST_THE_LEAST, NEVER_NEGATIVE
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.model.origins import returned
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    NOT_LITERAL,
    is_name,
    keyword,
    literal,
    positional,
    self_attribute,
)
from layerlint.syntax.walk import is_behind, walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.module import Module

_MAX_DEPTH = 5
# Half of the smallest float16 above 0, which is rounded to 0.
LARGEST_ZERO = 2.0**-25
_BOUNDS = frozenset({"maximum", "add"})
_NORMALISING = frozenset({"l2_normalize", "normalize"})
_POLES = {
    "log": "log(0)",
    "rsqrt": "a division by 0",
    "reciprocal": "a division by 0",
    "divide": "a division by 0",
    "truediv": "a division by 0",
    "true_divide": "a division by 0",
}


@check(LayerClass)
def half_underflow_epsilon(layer: LayerClass) -> Iterator[Finding]:
    """Report literals that vanish in float16 beside a value of the compute dtype."""
    yield from under_mixed_precision(layer, _found(layer))


def _found(layer: LayerClass) -> Iterator[Finding]:
    kept = _Kept(layer, LARGEST_ZERO)
    for function in traced(layer):
        module = function.module
        for node in nodes_of(function, cst.BinaryOperation, cst.Call, cst.AugAssign):
            for epsilon, guarded in _guards(node, module):
                value = number_of(epsilon, function, layer)
                fact = layer.values.of(guarded)
                if value is None or not 0 < value <= LARGEST_ZERO:
                    continue
                fate = _divided(node, module) or _fate(node, function)
                if fact.dtype != "compute" or not fact.may_be_tensor or fate is None:
                    continue
                if _is_at_least_one(guarded, function) or kept.from_zero(guarded, function):
                    continue
                fields = {
                    "epsilon": module.source(epsilon),
                    "guarded": short(module, guarded),
                    "fate": fate,
                }
                yield Finding(
                    epsilon,
                    fields=fields,
                    fix=None if literal(epsilon) is NOT_LITERAL else _fix(epsilon, module),
                    module=module,
                    generations=fact.generations,
                )


def _guards(
    node: cst.CSTNode, module: Module
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """The literal and the value of `x + 1e-12` and `maximum(x, 1e-12)`, either way round."""
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            yield left, right
            yield right, left
        case cst.AugAssign(target=cst.Name() as target, operator=cst.AddAssign(), value=value):
            yield value, target
        case cst.Call(args=[cst.Arg(value=first, star=""), *_]) if _divided(node, module):
            given = keyword(node, "epsilon")
            if given is not None:
                yield given, first
        case cst.Call() if len(positional(node)) == 2:
            if module.operation(node) in _BOUNDS:
                left, right = (argument.value for argument in positional(node))
                yield left, right
                yield right, left


def _is_at_least_one(guarded: cst.BaseExpression, function: EnteredFunction) -> bool:
    """Whether a value is `exp` of what is never negative: a norm, a square, a distance."""
    module = function.module
    if module.operation(guarded) != "exp" or not isinstance(guarded, cst.Call):
        return False
    inner: cst.BaseExpression = guarded.args[0].value
    if isinstance(inner, cst.Name):
        inner = only_value(inner.value, assigned(function.node.body, module)) or inner
    return module.operation(inner) in NEVER_NEGATIVE


def _divided(node: cst.CSTNode, module: Module) -> str | None:
    """What functions do that divide by a norm, which `epsilon` keeps from 0."""
    return "a division by 0" if module.operation(node) in _NORMALISING else None


def _fate(node: cst.CSTNode, function: EnteredFunction) -> str | None:
    """What becomes of 0 in the place of `node`: a division by it, or its logarithm."""
    module = function.module
    if isinstance(node, cst.AugAssign):
        name = module.source(node.target)
        later = (each for each in nodes_of(function, cst.Name) if is_behind(each, node))
        fates = [_fate(each, function) for each in later if is_name(each, name)]
        return next((fate for fate in fates if fate is not None), None)
    parent = module.parent(node)
    match parent:
        case cst.BinaryOperation(operator=cst.Divide(), right=right) if right is node:
            return "a division by 0"
        case cst.AugAssign(operator=cst.DivideAssign()):
            return "a division by 0"
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            uses = [each for each in nodes_of(function) if is_name(each, name)]
            fates = [_fate(use, function) for use in uses if module.parent(use) is not None]
            return next((fate for fate in fates if fate is not None), None)
        case cst.Arg():
            call = module.parent(parent)
            if not isinstance(call, cst.Call):
                return None
            known = module.tensor_function(call.func)
            if known is None:
                return None
            if known.name in ("sqrt", "norm"):
                return _fate(call, function)
            place = 1 if known.role == "binary" else 0
            at = [argument.value for argument in positional(call)]
            return _POLES.get(known.name) if len(at) > place and at[place] is node else None
    return None


def _fix(epsilon: cst.BaseExpression, module: Module) -> Fix:
    spelled, edits = spell(module, epsilon, "keras.backend.epsilon")
    return Fix(f"Use `{spelled}()`", (*replace(module, epsilon, f"{spelled}()"), *edits), "unsafe")


class _Kept:
    """Whether values are a sum with, or bounded by, a number that is not lost in float16."""

    def __init__(self, layer: LayerClass, smallest: float) -> None:
        self._layer = layer
        self._smallest = smallest

    def from_zero(
        self, node: cst.BaseExpression, function: EnteredFunction, depth: int = _MAX_DEPTH
    ) -> bool:
        """Whether a value is guarded where it is made, a call away perhaps."""
        if depth == 0:
            return False
        match node:
            case cst.Name(value=name):
                return self._given(name, function, depth - 1)
            case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
                return any(self._is_number(each, function) for each in (left, right))
            case cst.Call():
                given = [argument.value for argument in positional(node)]
                name = function.module.operation(node)
                if name in _BOUNDS:
                    return any(self._is_number(each, function) for each in given)
                return bool(given) and (
                    name in AT_LEAST_THE_LEAST and self.from_zero(given[0], function, depth - 1)
                )
        return False

    def _is_number(self, node: cst.BaseExpression, function: EnteredFunction) -> bool:
        value = number_of(node, function, self._layer)
        return value is not None and value > self._smallest

    def _given(self, name: str, function: EnteredFunction, depth: int) -> bool:
        body, module = function.node.body, function.module
        value = only_value(name, assigned(body, module))
        unpacked = module.facts(body, _unpacked).get(name, [])
        if value is not None:
            return not unpacked and self.from_zero(value, function, depth)
        return len(unpacked) == 1 and self._returned(*unpacked[0], function, depth)

    def _returned(self, call: cst.Call, place: int, function: EnteredFunction, depth: int) -> bool:
        """Whether what a method of the layer returns in one place is kept from 0."""
        owner = function.method.self_name if function.method is not None else ""
        made = self._layer.facts(_by_name).get(self_attribute(call.func, owner) or "")
        if made is None or not isinstance(made.node, cst.FunctionDef):
            return False
        values = returned(made.node)
        return bool(values) and all(
            isinstance(each, cst.Tuple)
            and place < len(each.elements)
            and self.from_zero(each.elements[place].value, made, depth)
            for each in values
        )


def _unpacked(body: cst.CSTNode) -> dict[str, list[tuple[cst.Call, int]]]:
    """The calls that names get a part of what they return of, and which."""
    found: dict[str, list[tuple[cst.Call, int]]] = {}
    for node in walk_same_function(body, cst.Assign):
        target = node.targets[0].target
        if isinstance(node.value, cst.Call) and isinstance(target, cst.Tuple):
            for place, element in enumerate(target.elements):
                if isinstance(element.value, cst.Name):
                    found.setdefault(element.value.value, []).append((node.value, place))
    return found


def _by_name(layer: LayerClass) -> dict[str, EnteredFunction]:
    """The methods that `call` runs, by their names."""
    return {each.method.name: each for each in traced(layer) if each.method is not None}
