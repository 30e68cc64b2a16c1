"""LL129: a loop, or a function among the metrics, reports a metric that nothing resets."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assignments_to
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.local_bindings import epoch_loops, names_in
from layerlint.queries.metric_functions import metric_functions
from layerlint.queries.own_code import own_method
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk, walk_kinds

_RESETS = ("reset_state", "reset_metrics", "reset_states")


@check(
    Module,
    needs=AllOf(
        "metrics",
        AnyOf(AllOf("result", AnyOf(Text("epoch"), "train_step")), Members("compile")),
        Text("keras"),
    ),
)
def tracker_never_reset(module: Module) -> Iterator[Finding]:
    """Report, once for each metric, where its result of an epoch is read."""
    if _resets_all(module):
        return
    yield from _behind_functions(module)
    yield from _behind_steps(module)
    told: set[str] = set()
    for loop in epoch_loops(module):
        for call in walk_kinds(loop.body, cst.Call):
            match call.func:
                case cst.Attribute(value=metric, attr=cst.Name("result")):
                    name = module.source(metric)
                    if name in told or _is_reset(name, module):
                        continue
                    if not _is_kept(metric, name, loop, module):
                        continue
                    told.add(name)
                    yield Finding(call, fields={"metric": name})


def _behind_functions(module: Module) -> Iterator[Finding]:
    """Report a function among the metrics that asks a metric which `fit` knows nothing of."""
    told: set[str] = set()
    for name, function in metric_functions(module):
        for call in walk_kinds(function.body, cst.Call):
            metric = call.func.value if isinstance(call.func, cst.Attribute) else call.func
            source = module.source(metric)
            asks = metric is call.func or "result" in module.source(function)
            if source in told or not asks or not isinstance(metric, cst.Name):
                continue
            if module.scope_of(metric, source) is None and not _is_reset(source, module):
                value = module.steady_value(source)
                if module.makes(value) == "metric":
                    told.add(source)
                    yield Finding(
                        name, "function", {"metric": source, "function": function.name.value}
                    )


def _behind_steps(module: Module) -> Iterator[Finding]:
    """Report a metric of the module that the step of a model feeds, and nothing else mentions."""
    for layer in module.classes:
        step = own_method(layer, "train_step") if layer.kind == "model" else None
        for call in step.own_nodes(cst.Call) if step is not None and step.module is module else ():
            match call.func:
                case cst.Attribute(value=cst.Name() as metric, attr=cst.Name("result")):
                    fed = any(
                        _feeds(each, metric.value, module)
                        for each in walk_kinds(layer.node, cst.Call)
                    )
                    if fed and _is_of_steps(metric, module):
                        fields = {"metric": metric.value, "layer": layer.name}
                        yield Finding(call, "step", fields)
                        return


def _is_of_steps(metric: cst.Name, module: Module) -> bool:
    """Whether the name is a metric of the module's, and only steps mention it."""
    if module.scope_of(metric, metric.value) is not None:
        return False
    if module.makes(module.steady_value(metric.value)) != "metric":
        return False
    inside = [
        module.function(each)
        for each in module.facts(module.tree, names_in).get(metric.value, ())
        if not isinstance(module.parent(each), cst.AssignTarget)
    ]
    return all(
        function is not None and function.name.value in ("train_step", "test_step")
        for function in inside
    ) and not module.project.index.importing_a(metric.value)


def _resets_all(module: Module) -> bool:
    """Whether metrics are reset that no name tells apart: in a loop over them, by a model."""
    if module.says("reset_metrics"):
        return True
    for node in walk_kinds(module.tree, cst.Attribute):
        if node.attr.value in _RESETS:
            owner = node.value
            attribute = self_attribute(owner)
            if attribute is None and not isinstance(owner, cst.Name):
                return True
            if not _makes_metric(module.source(owner), module):
                return True
    return False


def _makes_metric(name: str, module: Module) -> bool:
    """Whether the name is bound to a metric of Keras, and to nothing else."""
    bound = assignments_to(name, module)
    return bool(bound) and all(module.makes(each.value) == "metric" for each in bound)


def _is_reset(name: str, module: Module) -> bool:
    """Whether this metric is reset somewhere."""
    return any(
        node.attr.value in _RESETS and module.source(node.value) == name
        for node in walk_kinds(module.tree, cst.Attribute)
    )


def _is_kept(metric: cst.BaseExpression, name: str, loop: cst.For, module: Module) -> bool:
    """Whether it is a metric of Keras that is made before the loop, and fed in the module."""
    if self_attribute(metric) is None and not isinstance(metric, cst.Name):
        return False
    made = assignments_to(name, module)
    if len(made) != 1 or module.makes(made[0].value) != "metric":
        return False
    inside = set(walk(loop))
    return made[0] not in inside and any(
        _feeds(call, name, module) for call in walk_kinds(module.tree, cst.Call)
    )


def _feeds(call: cst.Call, name: str, module: Module) -> bool:
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name("update_state")):
            return module.source(owner) == name
    return module.source(call.func) == name
