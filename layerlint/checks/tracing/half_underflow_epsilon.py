"""LL311: an epsilon that is 0 in float16 guards a division or a logarithm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._kept_from_zero import Kept
from layerlint.checks.tracing._named_numbers import number_of
from layerlint.checks.tracing._own_dtype import under_mixed_precision
from layerlint.declaration import check
from layerlint.facts.operations import NEVER_NEGATIVE
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, keyword, literal, positional

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.module import Module

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
    kept = Kept(layer, LARGEST_ZERO)
    for function in traced(layer):
        module = function.module
        for node in nodes_of(function, cst.BinaryOperation, cst.Call):
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
