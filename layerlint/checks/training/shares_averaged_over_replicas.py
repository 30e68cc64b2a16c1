"""LL154: the losses of replicas are averaged, each of which is a share of the mean already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.operations import SUMS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.assignments import assigned, only_value
from layerlint.model.module import Module
from layerlint.model.origins import returned
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.called_functions import function_named, run_on_replicas
from layerlint.queries.straight_values import node_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, last_part, literal
from layerlint.syntax.walk import walk_kinds

# What a share is of, where that is the batch of one replica.
_OF_REPLICA = re.compile(r"replica|local|per_", re.IGNORECASE)
_GLOBAL = re.compile(r"global", re.IGNORECASE)
_LONGEST_WAY = 8
NEEDS = AllOf(
    AnyOf("MEAN", "mean"),
    Members("reduce"),
    AnyOf(Members("run"), Members("experimental_run_v2")),
    AnyOf("compute_average_loss", Text("global"), Text("GLOBAL")),
)


@check(Module, needs=NEEDS)
def shares_averaged_over_replicas(module: Module) -> Iterator[Finding]:
    """Report `strategy.reduce` by the mean, of what each replica has divided by all samples."""
    for call in walk_kinds(module.tree, cst.Call):
        given = bind(call, ("reduce_op", "value", "axis"))
        value = given.get("value")
        if value is None or not _is_mean(call, given, module):
            continue
        share = _share_of(value, call, module)
        if share is not None:
            fields = {"code": " ".join(module.source(share).split())}
            operation = given["reduce_op"]
            added = module.source(operation).replace("MEAN", "SUM").replace("mean", "sum")
            fix = Fix("Add the shares", replace(module, operation, added), "safe")
            yield Finding(operation, fields=fields, fix=fix)


def _is_mean(call: cst.Call, given: dict[str, cst.BaseExpression], module: Module) -> bool:
    """Whether a strategy averages the values of the replicas, over no axis of their own.

    What is computed with the mean may make up for it: `mean * replicas`.
    """
    match call.func:
        case cst.Attribute(value=strategy, attr=cst.Name("reduce")):
            pass
        case _:
            return False
    if "strategy" not in module.source(strategy).lower():
        return False
    if isinstance(module.parent(call), cst.BinaryOperation):
        return False
    operation, axis = given.get("reduce_op"), given.get("axis")
    if operation is None or axis is None or literal(axis) is not None:
        return False
    name = literal(operation) or last_part(module.resolve(operation) or "")
    return isinstance(name, str) and name.upper() == "MEAN"


def _share_of(
    value: cst.BaseExpression, use: cst.CSTNode, module: Module
) -> cst.BaseExpression | None:
    """The share of the mean that each replica returns, from what the replicas have returned."""
    part: int | None = None
    if isinstance(value, cst.Name):
        match node_at(value, use, module):
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple(elements=names))]) as bound:
                spelled = [module.source(each.value) for each in names]
                part, value = spelled.index(value.value), bound.value
            case cst.Assign(value=bound_value):
                value = bound_value
    function = run_on_replicas(value, module) if isinstance(value, cst.Call) else None
    return _returned_share(function, part, module, _LONGEST_WAY) if function is not None else None


def _returned_share(
    function: cst.FunctionDef, part: int | None, module: Module, depth: int
) -> cst.BaseExpression | None:
    values = returned(function)
    if len(values) != 1 or depth == 0 or "replicas" in module.source(function):
        return None
    value: cst.BaseExpression | None = values[0]
    if part is not None:
        elements = value.elements if isinstance(value, cst.Tuple) else ()
        value = elements[part].value if part < len(elements) else None
    return _share(value, module, depth) if value is not None else None


def _share(node: cst.BaseExpression, module: Module, depth: int) -> cst.BaseExpression | None:
    """What divides the losses of a replica by the samples of all, on the way to a value."""
    if depth == 0:
        return None
    match node:
        case cst.Name():
            function = module.function(node)
            assignments = assigned(function or module.tree, module, walk_kinds)
            value = only_value(node.value, assignments)
            return _share(value, module, depth - 1) if value is not None else None
        case cst.BinaryOperation(operator=cst.Add(), left=left, right=right):
            return _share(left, module, depth - 1) or _share(right, module, depth - 1)
        case cst.BinaryOperation(operator=cst.Divide() | cst.Multiply(), left=left, right=right):
            sums = isinstance(left, cst.Call) and module.operation(left) in SUMS
            scale = module.source(right)
            is_share = sums and _GLOBAL.search(scale) and not _OF_REPLICA.search(scale)
            return node if is_share else None
        case cst.Call():
            if last_part(module.tf(node.func) or "") == "compute_average_loss":
                given = bind(node, ("loss", "sample_weight", "global_batch_size"))
                size = given.get("global_batch_size")
                own = size is not None and _OF_REPLICA.search(module.source(size))
                return None if own else node
            function = function_named(node.func, module)
            return _returned_share(function, None, module, depth - 1) if function else None
    return None
