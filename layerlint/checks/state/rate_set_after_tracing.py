"""LL236: a number of a built-in layer is changed when the graph that computes with it is made."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.state._between_trainings import set_between_trainings
from layerlint.checks.state._late_code import Setting, hooks, settings, varies
from layerlint.checks.state._loss_weights import weights_set_late
from layerlint.declaration import check
from layerlint.facts.numbers import NUMBERS, computes_with
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.layer_calls import given_to
from layerlint.queries.local_bindings import loop_over
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.walk import around, walk_kinds

_DEPTH = 4
# What names of layers hold, by the number that is set.
_SPOKEN = {"rate": "drop", "stddev": "noise"}
_LAYERS = (".layers", "_flatten_layers(", ".submodules")
_TRAINED = AnyOf(Text("allback"), *map(Members, ("fit", "fit_generator", "train_on_batch")))
# What runs the model as Python does.
_EAGER = ("run_eagerly", "run_functions_eagerly", "torch")


NEEDS = AllOf(AnyOf(*sorted(NUMBERS), "loss_weights"), Text("keras"), _TRAINED)


@check(Module, needs=NEEDS)
def rate_set_after_tracing(module: Module) -> Iterator[Finding]:
    """Report what callbacks give such numbers at each epoch, and what loops around `fit` do."""
    told: set[cst.CSTNode] = set()
    for node, hook in weights_set_late(module):
        if node not in told:
            told.add(node)
            yield Finding(node, "weights", {"weights": short(module, node), "path": hook.path})
    if any(map(module.says, _EAGER)):
        return
    for hook in hooks(module):
        for setting in settings(hook.code.body):
            if setting.node in told or not _is_number(setting, module):
                continue
            if varies(setting, hook, module):
                told.add(setting.node)
                yield Finding(setting.node, fields=_fields(setting, module, path=hook.path))
    for setting, model in set_between_trainings(NUMBERS, module):
        if setting.node not in told and _is_number(setting, module, model):
            yield Finding(setting.node, "loop", _fields(setting, module, model=model))


def _is_number(setting: Setting, module: Module, model: str = "") -> bool:
    return setting.name in NUMBERS and _is_built_in(setting, module, model)


def _fields(setting: Setting, module: Module, **more: str) -> dict[str, str]:
    return {"number": f"{module.source(setting.owner)}.{setting.name}", **more}


def _is_built_in(setting: Setting, module: Module, model: str = "") -> bool:
    """Whether what is set is a number of a built-in layer; of `model`, if its layers are asked."""
    for test in _tests(setting, module):
        return any(computes_with(module.keras(each) or "", setting.name) for each in test)
    if any(setting.name in each.attributes or each.method(setting.name) for each in module.classes):
        return False  # perhaps one of those, which may do something about it
    return _is_layer(setting.owner, setting, module, model, _DEPTH)


def _tests(setting: Setting, module: Module) -> Iterator[list[cst.BaseExpression]]:
    """The classes that the owner is said to be one of where the setting stands."""
    for test in around(setting.node, cst.If):
        for call in walk_kinds(test.test, cst.Call):
            match call:
                case cst.Call(func=cst.Name("isinstance"), args=[owner, kinds]):
                    if module.source(owner.value) == module.source(setting.owner):
                        yield _classes(kinds.value)


def _classes(kinds: cst.BaseExpression) -> list[cst.BaseExpression]:
    return [each.value for each in kinds.elements] if isinstance(kinds, cst.Tuple) else [kinds]


def _is_layer(
    node: cst.BaseExpression, setting: Setting, module: Module, model: str, depth: int
) -> bool:
    if depth == 0:
        return False
    match node:
        case cst.Subscript(value=layers):
            return _are_layers(layers, model, module)
        case cst.Call(func=cst.Attribute(value=found, attr=cst.Name("get_layer"))):
            return model in ("", module.source(found))
        case cst.Call(func=made):
            return computes_with(module.keras(made) or "", setting.name)
        case cst.Attribute(value=cell, attr=cst.Name("cell")):
            return _is_layer(cell, setting, module, model, depth - 1)
    if not isinstance(node, (cst.Name, cst.Attribute)):
        return False
    loop = loop_over(node) if isinstance(node, cst.Name) else None
    if loop is not None:
        return _are_layers(loop.iter, model, module) or _is_said(
            loop.iter, setting.name, "", module
        )
    value = value_at(node, node, module)
    if value is not None and _is_layer(value, setting, module, model, depth - 1):
        return True
    handed = _handed(value, module) if value is not None else []
    if handed:
        return all(_is_layer(each, setting, module, model, depth - 1) for each in handed)
    return _is_said(node, setting.name, model, module)


def _are_layers(node: cst.BaseExpression, model: str, module: Module) -> bool:
    """Whether these are layers of a model, as `enumerate(model.layers[1:])` or so picked before."""
    text = module.source(node)
    if any(part in text for part in _LAYERS):
        return not text.startswith("self.layers") and model in text
    if isinstance(node, (cst.Name, cst.Attribute)):
        value = value_at(node, node, module)
        return value is not None and any(part in module.source(value) for part in _LAYERS)
    return False


def _handed(argument: cst.BaseExpression, module: Module) -> list[cst.BaseExpression]:
    """What the calls of the module give a parameter of a constructor."""
    function = module.function(argument)
    if function is None or function.name.value != "__init__" or not isinstance(argument, cst.Name):
        return []
    return given_to(argument.value, function, module)


def _is_said(node: cst.BaseExpression, number: str, model: str, module: Module) -> bool:
    """Whether the name says what it is: `self.model.dropout`."""
    text = module.source(node)
    spoken = _SPOKEN.get(number)
    if model and not text.startswith(f"{model}."):
        return False
    return spoken is not None and spoken in text.rpartition(".")[2].lower()
