"""Distances between two samples, whose root has an infinite slope where the two are equal.

The square has a gradient of 0 there, and infinity times 0 is NaN.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from layerlint.facts.operations import MEANS, SUMS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.queries.metric_functions import is_loss
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.queries.whole_means import squared
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, literal, positional
from layerlint.syntax.walk import names_below, walk_kinds, walk_same_function

_ROOTS = frozenset({"norm", "sqrt"})
# What a norm of 2 is called; it is one where nothing is said.
_EUCLIDEAN = (2, "euclidean", None)
_UNPACKS = frozenset({"split", "unstack"})
TOTALS = SUMS | MEANS


def roots_of_functions(module: Module) -> Iterator[Finding]:
    """Those in the functions of `Lambda` layers, and in losses, between two predictions."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        nodes = list(walk_same_function(function.body, cst.Call))
        if not any(module.operation(node) in _ROOTS for node in nodes):
            continue
        names = names_taken(function)
        own = function.name.value
        if names[:2] == ["y_true", "y_pred"] or (len(names) == 2 and is_loss(own, module)):
            given = names[1:2]
        elif len(names) == 1 and _is_lambda(own, module):
            given = names
        else:
            continue
        yield from _of_parts(nodes, _parts(given[0], function), module)


def roots_of_layer(layer: LayerClass) -> Iterator[Finding]:
    """Those in code that `call` runs, between two things of the batch."""
    for function in traced(layer):
        for node in nodes_of(function, cst.Call):
            if isinstance(node, cst.Call):
                yield from _found(node, function.module, lambda each: layer.values.of(each).batch)


def _of_parts(nodes: list[cst.Call], parts: set[str], module: Module) -> Iterator[Finding]:
    for node in nodes:
        yield from _found(node, module, lambda each: _base(each) in parts)


def _found(
    root: cst.Call, module: Module, is_sample: Callable[[cst.BaseExpression], bool]
) -> Iterator[Finding]:
    """The finding about a root, if it is one of a sum of squares of a difference of samples."""
    inner = _sum_squared(root, module)
    difference = expression_behind(inner, inner, module) if inner is not None else None
    match difference:
        case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
            if is_sample(left) and is_sample(right):
                yield _finding(root, difference, module)


def _finding(root: cst.Call, zero: cst.BaseExpression, module: Module) -> Finding:
    fields = {"expression": short(module, root), "difference": short(module, zero)}
    return Finding(root, "root", fields, module=module)


def _sum_squared(root: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What the squares are of, in a root of a sum of squares."""
    operation = module.operation(root)
    if operation == "norm":
        given = bind(root, ("tensor", "ord"))
        is_root = literal(given["ord"]) in _EUCLIDEAN if "ord" in given else True
        return positional(root)[0].value if is_root and positional(root) else None
    if operation not in _ROOTS or len(root.args) != 1:
        return None
    total = expression_behind(root.args[0].value, root, module)
    if not isinstance(total, cst.Call) or not total.args or module.operation(total) not in TOTALS:
        return None
    return squared(expression_behind(total.args[0].value, total, module), module)


def _is_lambda(name: str, module: Module) -> bool:
    """Whether the module makes a `Lambda` layer of a function."""
    return any(
        module.keras(call.func) == "layers.Lambda"
        and bool(call.args)
        and isinstance(call.args[0].value, cst.Name)
        and call.args[0].value.value == name
        for call in walk_kinds(module.tree, cst.Call)
    )


def _parts(given: str, function: cst.FunctionDef) -> set[str]:
    """The parameter, and the names that parts of it are given."""
    parts = {given}
    for node in walk_same_function(function.body, cst.Assign):
        held = node.value.elements if isinstance(node.value, cst.Tuple) else ()
        if _base(node.value) in parts or any(_base(each.value) in parts for each in held):
            parts |= {name for target in node.targets for name in names_below(target)}
    return parts


def _base(node: cst.BaseExpression) -> str:
    """The name of `x` in `x`, `x[0]`, `x[:, 3:]` and `tf.unstack(x)`."""
    while True:
        match node:
            case cst.Subscript(value=inner):
                node = inner
            case cst.Call(func=function, args=[first, *_]) if called_name(function) in _UNPACKS:
                node = first.value
            case _:
                break
    return node.value if isinstance(node, cst.Name) else ""
