"""LL310: a mask is scaled by a constant that is infinite in float16."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._named_numbers import number_of
from layerlint.checks.tracing._own_dtype import under_mixed_precision
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Applicability, Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, called_name, literal, positional
from layerlint.syntax.walk import calls_given, is_behind, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.module import Module

LARGEST = 65504.0
_SAFE = "3e4"


@check(LayerClass)
def half_overflow_constant(layer: LayerClass) -> Iterator[Finding]:
    """Report products of a mask of the compute dtype and a literal too large for float16."""
    yield from under_mixed_precision(layer, _found(layer))


def _found(layer: LayerClass) -> Iterator[Finding]:
    for function in traced(layer):
        module = function.module
        for node in nodes_of(function, cst.BinaryOperation, cst.Call):
            for constant, mask in _products(node, module):
                fact = layer.values.of(mask)
                value = number_of(constant, function, layer)
                if value is None or abs(value) <= LARGEST:
                    continue
                if fact.dtype != "compute":
                    continue
                # Whatever it is multiplied with: a softmax of what is infinite is NaN.
                certain = fact.mask or _is_complement(mask)
                if not certain and not (fact.is_tensor and _is_penalty(node, function)):
                    continue
                named = literal(constant) is NOT_LITERAL
                fields = {"constant": module.source(constant), "mask": short(module, mask)}
                yield Finding(
                    node,
                    fields=fields,
                    fix=None if named else _fix(node, constant, function),
                    module=module,
                    generations=fact.generations,
                )


def _products(
    node: cst.CSTNode, module: Module
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """The pairs of factors of a product, either way round."""
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            yield left, right
            yield right, left
        case cst.Call() if len(positional(node)) >= 2:
            if module.operation(node) == "multiply":
                left, right = (argument.value for argument in positional(node)[:2])
                yield left, right
                yield right, left


def _is_penalty(product: cst.CSTNode, function: EnteredFunction) -> bool:
    """Whether a product is added to what a softmax, and nothing else, is made of."""
    parent = function.module.parent(product)
    added = isinstance(parent, cst.BinaryOperation) and isinstance(
        parent.operator, (cst.Add, cst.Subtract)
    )
    return added and _becomes_softmax(product, function)


def _is_complement(node: cst.BaseExpression) -> bool:
    """`1 - x`, which is 0 wherever `x` says so."""
    return (
        isinstance(node, cst.BinaryOperation)
        and isinstance(node.operator, cst.Subtract)
        and literal(node.left) == 1
    )


def _fix(
    product: cst.CSTNode, constant: cst.BaseExpression, function: EnteredFunction
) -> Fix | None:
    """A constant that float16 can hold, where the product is added to what it masks.

    Only a softmax makes the same of it in float32: a maximum or a sum may be the constant itself.
    """
    module = function.module
    parent = module.parent(product)
    added = isinstance(parent, cst.BinaryOperation) and isinstance(
        parent.operator, (cst.Add, cst.Subtract)
    )
    added |= isinstance(parent, cst.AugAssign) and isinstance(
        parent.operator, (cst.AddAssign, cst.SubtractAssign)
    )
    if isinstance(parent, cst.Arg) and isinstance(call := module.parent(parent), cst.Call):
        added |= module.operation(call) in ("add", "subtract")
    if not added:
        return None
    sign = "-" if module.source(constant).startswith("-") else ""
    safe = _becomes_softmax(product, function) and _is_alone(constant, function)
    safety: Applicability = "safe" if safe else "unsafe"
    return Fix(f"Use {sign}{_SAFE}", tuple(replace(module, constant, f"{sign}{_SAFE}")), safety)


def _is_alone(constant: cst.BaseExpression, function: EnteredFunction) -> bool:
    """Whether no other mask has a larger constant: what two of them rule out, one would allow."""
    inside = set(walk_kinds(constant, cst.Float, cst.Integer))
    return not any(
        node not in inside and isinstance(value := literal(node), (int, float)) and value > LARGEST
        for node in nodes_of(function, cst.Float, cst.Integer)
    )


def _becomes_softmax(product: cst.CSTNode, function: EnteredFunction) -> bool:
    """Whether a softmax, and nothing else, is made of the sum that holds the product."""
    module = function.module
    if _in_softmax(product, module):
        return True
    match module.statement(product):
        case cst.SimpleStatementLine(
            body=[
                cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))])
                | cst.AugAssign(target=cst.Name(value=name))
            ]
        ):
            last, last_elsewhere = _last_uses(function.node.body, module)[name]
            elsewhere = last_elsewhere is not None and is_behind(last_elsewhere, product)
            return is_behind(last, product) and not elsewhere
    return False


def _last_uses(body: cst.CSTNode, module: Module) -> dict[str, tuple[cst.Name, cst.Name | None]]:
    """The last mention of each name in some code, and the last that no softmax is given."""

    def find() -> dict[str, tuple[cst.Name, cst.Name | None]]:
        found: dict[str, tuple[cst.Name, cst.Name | None]] = {}
        for use in walk_same_function(body, cst.Name):
            elsewhere = found[use.value][1] if use.value in found else None
            found[use.value] = (use, elsewhere if _in_softmax(use, module) else use)
        return found

    return module.remembered((_last_uses, body), find)


def _in_softmax(node: cst.CSTNode, module: Module) -> bool:
    return any(
        module.operation(call) == "softmax" or called_name(call.func) == "softmax"
        for call in calls_given(node)
    )
