"""LL141: a metric object does the work of a loss, and no gradient passes it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.metric_functions import compiled_with, given_for_outputs
from layerlint.queries.straight_values import expression_behind, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind
from layerlint.syntax.walk import walk_kinds


@check(Module, needs=AllOf(Text("etric"), AnyOf(Members("compile"), Members("gradient"))))
def metric_as_loss(module: Module) -> Iterator[Finding]:
    """Report metrics that `compile` is given as the loss, or that a tape differentiates."""
    for call in walk_kinds(module.tree, cst.Call):
        found: list[cst.BaseExpression | None] = []
        match call.func:
            case cst.Attribute(attr=cst.Name("compile")):
                given = compiled_with(call).get("loss")
                found = [_of_compile(given, call, module)]
                if found == [None]:
                    each = given_for_outputs(given, call, module)
                    found = [_of_compile(loss, call, module) for loss in each]
            case cst.Attribute(value=cst.Name(), attr=cst.Name("gradient")):
                target = bind(call, ("target", "sources")).get("target")
                found = [_of_tape(target, call, module)]
        for loss in found:
            if loss is not None:
                yield Finding(loss, fields={"metric": module.source(loss).partition("\n")[0]})


def _of_compile(
    loss: cst.BaseExpression | None, use: cst.Call, module: Module
) -> cst.BaseExpression | None:
    """The metric that is the loss, or that a function of the module returns as the loss."""
    function = module.function_defs.get(loss.value) if isinstance(loss, cst.Name) else None
    if function is None:
        return loss if loss is not None and _is_metric(loss, use, module) else None
    names = [each.name for each in parameters_of(function.params)]
    result = only_result(function)
    value = expression_behind(result, result, module) if result is not None else None
    if not isinstance(value, cst.Call) or len(names) < 2 or len(value.args) < 2:
        return None
    return value if _is_metric(value.func, value, module) else None


def _of_tape(
    target: cst.BaseExpression | None, use: cst.Call, module: Module
) -> cst.BaseExpression | None:
    """`loss = metric(y, prediction)`, where `loss` is differentiated."""
    function = module.function(use)
    if not isinstance(target, cst.Name) or function is None:
        return None
    value = only_value(target.value, assigned(function.body, module, walk_kinds))
    if not isinstance(value, cst.Call) or len(value.args) < 2:
        return None
    return value if _is_metric(value.func, value, module) else None


def _is_metric(node: cst.BaseExpression, use: cst.CSTNode, module: Module) -> bool:
    """Whether an expression is an instance of a metric class of Keras."""
    if isinstance(node, (cst.Name, cst.Attribute)):
        return module.makes(value_at(node, use, module)) == "metric"
    return module.makes(node) == "metric"
