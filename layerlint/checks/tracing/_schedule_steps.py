"""Schedules of the learning rate that ask Python how far the training has come."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name

# What makes something else of the step than a tensor, or runs outside of the graph.
_EAGER = ("numpy", "py_function", "numpy_function", "run_eagerly", "init_scope")
_ORDERS = (cst.LessThan, cst.LessThanEqual, cst.GreaterThan, cst.GreaterThanEqual)


def branches_on_step(schedule: LayerClass) -> Iterator[Finding]:
    """Report the first test of the step in `__call__`: in a graph the step is a tensor."""
    method = schedule.methods.get("__call__")
    if schedule.kind != "schedule" or method is None or len(method.positional) != 1:
        return
    if method.decorators or any(word in method.module.source(method.node) for word in _EAGER):
        return
    step = _steps(method)
    for node in method.own_nodes(cst.If, cst.IfExp, cst.While):
        assert isinstance(node, (cst.If, cst.IfExp, cst.While))
        if _compares(node.test, step):
            fields = {
                "statement": "while" if isinstance(node, cst.While) else "if",
                "test": short(method.module, node.test),
                "path": f"{schedule.name}.__call__",
            }
            both = frozenset({2, 3})
            yield Finding(node.test, "schedule", fields, module=method.module, generations=both)
            return


def _steps(method: Method) -> frozenset[str]:
    """The name of the step, and those of what is computed of it by arithmetic and casts."""
    found = {method.positional[0].name}
    for node in method.own_nodes(cst.Assign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))], value=value):
                if _is_step(value, found, method):
                    found.add(name)
                elif name in found:
                    return frozenset()
    return frozenset(found)


def _is_step(value: cst.BaseExpression, names: set[str], method: Method) -> bool:
    match value:
        case cst.Name(value=name):
            return name in names
        case cst.BinaryOperation(left=left, right=right):
            return _is_step(left, names, method) or _is_step(right, names, method)
        case cst.Call(func=function, args=[first, *_]):
            name = method.module.resolve(function) or ""
            return name.rpartition(".")[2] == "cast" and _is_step(first.value, names, method)
    return False


def _compares(test: cst.BaseExpression, step: frozenset[str]) -> bool:
    """Whether the truth of a comparison of the step is asked."""
    match test:
        case cst.Comparison(left=left, comparisons=[one, *_]) if isinstance(one.operator, _ORDERS):
            return any(_holds(part, step) for part in (left, one.comparator))
        case cst.BooleanOperation(left=left, right=right):
            return _compares(left, step) or _compares(right, step)
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            return _compares(inner, step)
    return False


def _holds(node: cst.BaseExpression, step: frozenset[str]) -> bool:
    match node:
        case cst.BinaryOperation(left=left, right=right):
            return _holds(left, step) or _holds(right, step)
    return any(is_name(node, name) for name in step)
