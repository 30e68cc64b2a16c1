"""LL127: a step, or a loss of one number for a batch, loses the weights of the samples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._batch_values import is_of_batch
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.called_functions import called, calls_of, calls_on, function_named
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import (
    compared_functions,
    compiled_with,
    given_for_outputs,
)
from layerlint.queries.own_code import own_method
from layerlint.queries.straight_values import expression_behind, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, is_name, keyword
from layerlint.syntax.walk import mentions, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_STEPS = ("train_step", "test_step")
_UNPACKS = "unpack_x_y_sample_weight"
_ARGUMENTS = ("sample_weight", "class_weight")
_BY_STEP = AllOf(HoldsLayer(), Text("weight"), AnyOf(*_STEPS))
_BY_LOSS = AllOf(AnyOf(*_ARGUMENTS), AnyOf(Members("compile"), Members("fit")))


@check(LayerClass, Module, needs=AnyOf(_BY_STEP, _BY_LOSS))
def sample_weight_dropped(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the name that weights are bound to and nothing reads, and losses that mix samples."""
    if isinstance(subject, Module):
        yield from _lost_in_loss(subject, _ARGUMENTS)
        yield from _never_weighted(subject, _ARGUMENTS[0])
        yield from _refused_by_step(subject, _ARGUMENTS)
        yield from _unweighted_metrics(subject, _ARGUMENTS[0])
        return
    layer = subject
    if layer.kind != "model":
        return
    for name in _STEPS:
        step = own_method(layer, name)
        if step is None or not step.positional:
            continue
        for target in _unpacked(step):
            if not _is_read(step, target):
                fields = {"weight": target.value, "method": f"{layer.name}.{name}"}
                yield Finding(target, fields=fields, module=step.module)


def _unpacked(step: Method) -> Iterator[cst.Name]:
    """The third name of `x, y, w = data`, where it is certainly the weights."""
    data = step.positional[-1].name
    for node in step.own_nodes(cst.Assign):
        match node:
            case cst.Assign(
                targets=[cst.AssignTarget(target=cst.Tuple(elements=[_, _, third]))], value=value
            ) if isinstance(third.value, cst.Name) and not third.value.value.startswith("_"):
                unpacks = isinstance(value, cst.Call) and _is_unpacking(value)
                named = is_name(value, data) and "weight" in third.value.value
                if (unpacks or named) and not _is_handed_on(step, data, node):
                    yield third.value


def _is_unpacking(call: cst.Call) -> bool:
    match call.func:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name == _UNPACKS
    return False


def _is_handed_on(step: Method, data: str, unpacking: cst.Assign) -> bool:
    """Whether the data as a whole goes somewhere else than to a question of what there is of it."""
    inside = set(walk_kinds(unpacking, cst.Name))
    return any(
        is_name(node, data) and node not in inside and not _only_tells(step, node)
        for node in walk_kinds(step.node.body, cst.Name)
    )


def _only_tells(step: Method, data: cst.Name) -> bool:
    """Whether it is asked how long it is, or is taken apart where it holds no weights."""
    around = step.module.parent(data)
    match around:
        case cst.Arg():
            call = step.module.parent(around)
            return isinstance(call, cst.Call) and dotted(call.func) in ("isinstance", "len")
        case cst.Assign(
            targets=[cst.AssignTarget(target=cst.Tuple(elements=[cst.Element(), cst.Element()]))]
        ):
            return True
    return False


def _is_read(step: Method, name: cst.Name) -> bool:
    """Whether the name is more than given something, or the keyword of an argument."""
    labels = {
        node.keyword for node in walk_kinds(step.node.body, cst.Arg) if node.keyword is not None
    }
    return any(
        is_name(node, name.value) and node is not name and node not in labels
        for node in walk_kinds(step.node.body, cst.Name)
        if not isinstance(step.module.parent(node), (cst.AssignTarget, cst.Del))
    )


def _lost_in_loss(module: Module, arguments: tuple[str, ...]) -> Iterator[Finding]:
    """Report the loss that `compile` is given where `fit` of that model is given weights."""
    weighted = dict(_weighted(module, arguments))
    for call, model in calls_on("compile", module) if weighted else ():
        source = module.source(model)
        weight = weighted.get((None, source)) or weighted.get((module.function(call), source))
        loss = compiled_with(call).get("loss")
        function = _function(loss, module) if weight is not None else None
        if loss is not None and function is not None and is_of_batch(function, module):
            fields = {"loss": module.source(loss), "argument": weight}
            yield Finding(loss, "loss", fields)


def _function(loss: cst.BaseExpression | None, module: Module) -> cst.FunctionDef | None:
    """The function of the module that a loss is, or the `call` of the class it is made of."""
    match loss:
        case cst.Name(value=name):
            return module.function_defs.get(name)
        case cst.Call(func=cst.Name(value=name)):
            for found in keras_objects(module):
                method = found.methods.get("call")
                if found.kind == "loss" and found.name == name and method is not None:
                    return method.node
    return None


def _never_weighted(module: Module, name: str) -> Iterator[Finding]:
    """Report the parameter `name` of what `compile` is given, which Keras never fills.

    Unless the module calls the function itself, and may fill it.
    """
    for function in compared_functions(module):
        third = next((p for p in parameters_of(function.params) if p.name == name), None)
        if third is None or third.default is None:
            continue
        own = function.name.value
        if not any(is_name(call.func, own) for call in calls_of(own, module)):
            yield Finding(third.node, "parameter", {"function": own, "argument": name})


def _refused_by_step(module: Module, arguments: tuple[str, ...]) -> Iterator[Finding]:
    """Report `x, y = data` in the step of a model whose `fit` is given weights, a third thing."""
    for call, model in calls_on("fit", module):
        given = [name for name in arguments if _is_given(call, name)]
        layer = _class_of(value_at(model, call, module), module) if given else None
        step = layer.methods.get("train_step") if layer is not None else None
        if layer is None or step is None:
            continue
        fields = {"step": f"{layer.name}.train_step", "argument": given[0]}
        found = {"pair": _pair(step), "items": _last_item(step), "ignored": _ignored(step)}
        for message, node in found.items():
            if node is not None:
                yield Finding(node, message, fields, module=step.module)
                return


def _class_of(made: cst.BaseExpression | None, module: Module) -> LayerClass | None:
    """The class of a model that is made by a call of it, or of a function that gives one."""
    function = called(made, module) if isinstance(made, cst.Call) else None
    made = only_result(function) if function is not None else made
    return module.find_layer(made.func) if isinstance(made, cst.Call) else None


def _pair(step: Method) -> cst.Assign | None:
    """`x, y = data`, where nothing else is done with the data."""
    data = step.positional[-1].name if step.positional else ""
    uses = [node for node in step.own_nodes(cst.Name) if is_name(node, data)]
    for node in step.own_nodes(cst.Assign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple(elements=[_, _]))]):
                if is_name(node.value, data) and len(uses) <= 2:
                    return node
    return None


def _ignored(step: Method) -> cst.Name | None:
    """The third name of `x, y, _ = data`, where nothing else is done with the data."""
    data = step.positional[-1].name if step.positional else ""
    uses = [node for node in step.own_nodes(cst.Name) if is_name(node, data)]
    for node in step.own_nodes(cst.Assign):
        match node:
            case cst.Assign(
                targets=[cst.AssignTarget(target=cst.Tuple(elements=[_, _, third]))], value=value
            ) if isinstance(third.value, cst.Name) and third.value.value.startswith("_"):
                if is_name(value, data) and len(uses) <= 2 and not _is_read(step, third.value):
                    return third.value
    return None


def _unweighted_metrics(module: Module, name: str) -> Iterator[Finding]:
    """Report metrics that `compile` is given to be weighted, and that never read the weights."""
    for call, _ in calls_on("compile", module):
        weighted = keyword(call, "weighted_metrics")
        for made in given_for_outputs(weighted, call, module) if weighted is not None else ():
            update = _update_of(made, module)
            taken = update.parameter(name) if update is not None else None
            if update is not None and taken is not None and not mentions(update.node.body, name):
                yield Finding(taken.node, "metric", {"metric": update.owner.name, "argument": name})


def _update_of(made: cst.BaseExpression, module: Module) -> Method | None:
    """The `update_state` of a metric of the module that is made by a call."""
    for found in keras_objects(module):
        if found.kind == "metric" and isinstance(made, cst.Call) and is_name(made.func, found.name):
            return found.methods.get("update_state")
    return None


def _last_item(step: Method) -> cst.Subscript | None:
    """`data[1]`, where a step takes that and `data[0]` of its data, and nothing else."""
    data = step.positional[-1].name if step.positional else ""
    uses = [step.module.parent(node) for node in step.own_nodes(cst.Name) if is_name(node, data)]
    uses = [each for each in uses if not isinstance(each, cst.Param)]
    found = [each for each in uses if isinstance(each, cst.Subscript)]
    written = {step.module.source(each).replace(" ", "") for each in found}
    whole = written in ({f"{data}[0]", f"{data}[1]"}, {f"{data}[:2]"})
    return found[-1] if whole and len(found) == len(uses) else None


def _is_given(call: cst.Call, name: str) -> bool:
    given = keyword(call, name)
    return given is not None and not is_name(given, "None")


def _weighted(
    module: Module, arguments: tuple[str, ...]
) -> Iterator[tuple[tuple[cst.FunctionDef | None, str], str]]:
    """The models whose `fit` is given weights, each with the argument that holds them.

    A model that a function makes has the name that it goes by there as well.
    """
    for call, model in calls_on("fit", module):
        for name in arguments:
            if not _is_given(call, name):
                continue
            yield (None, module.source(model)), name
            made = expression_behind(model, call, module)
            maker = function_named(made.func, module) if isinstance(made, cst.Call) else None
            result = only_result(maker) if maker is not None else None
            if isinstance(result, cst.Name):
                yield (maker, result.value), name
