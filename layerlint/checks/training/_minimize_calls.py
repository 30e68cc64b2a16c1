"""Optimizers that are told to minimize a loss which was computed before they ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword
from layerlint.syntax.walk import walk, walk_kinds, walk_same_function


def computed_before(module: Module) -> Iterator[Finding]:
    """Report `optimizer.minimize(lambda: loss, ...)` where the lambda computes nothing.

    The optimizers of Keras 3 have no `minimize`.
    """
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=optimizer, attr=cst.Name("minimize")):
                loss = bind(call, ("loss", "var_list")).get("loss")
                if loss is None or keyword(call, "tape") is not None:
                    continue
                if not _is_optimizer(optimizer, call, module):
                    continue
                name = _returned(loss, call, module)
                if name is not None and _is_computed(name, call, module):
                    fields = {"code": module.source(call.func), "loss": name.value}
                    yield Finding(loss, "closure", fields, generations=frozenset({2}))


def _is_optimizer(node: cst.BaseExpression, use: cst.CSTNode, module: Module) -> bool:
    """Whether it is an optimizer of Keras, by where it is made."""
    made = node if isinstance(node, cst.Call) else value_at(node, use, module)
    name = module.keras(made.func) or "" if isinstance(made, cst.Call) else ""
    return name.startswith("optimizers.") and not name.startswith("optimizers.schedules")


def _returned(loss: cst.BaseExpression, call: cst.Call, module: Module) -> cst.Name | None:
    """The name that a function without arguments returns, which it does not bind itself."""
    if isinstance(loss, cst.Lambda):
        return loss.body if isinstance(loss.body, cst.Name) else None
    around = module.function(call)
    scope = around.body if around is not None else module.tree
    for node in walk_same_function(scope, cst.FunctionDef):
        if isinstance(loss, cst.Name) and node.name.value == loss.value:
            match [line for line in walk(node.body) if isinstance(line, cst.BaseSmallStatement)]:
                case [cst.Return(value=cst.Name() as name)]:
                    return name
    return None


def _is_computed(name: cst.Name, call: cst.Call, module: Module) -> bool:
    """Whether the name stands for the result of a call or of an operation, and no function."""
    value = value_at(name, call, module)
    return isinstance(value, (cst.Call, cst.BinaryOperation)) and not (
        isinstance(value, cst.Call) and (module.keras(value.func) or "").startswith("losses.")
    )
