"""Which model a call saves, and whether a class is certainly none of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from layerlint.checks.serialization._objects_in_models import is_compiled
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import in_project
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, keyword
from layerlint.syntax.walk import begins_before, innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# What runs later than it stands, or more than once.
_AGAIN = (cst.FunctionDef, cst.Lambda, cst.For, cst.While)


def is_saved_without(layer: LayerClass, save: cst.Call, module: Module) -> bool:
    """Whether what `save` writes in a module is a model in which the class certainly is not."""
    if _is_done_before(save, layer, module):
        return True
    model, use = _saved_model(save, module)
    if model is not None and layer.kind == "model" and _is_another(layer, model, module):
        return True
    if not isinstance(model, cst.Name):
        return False
    value = value_at(model, use, module)
    if not isinstance(value, cst.Call):
        return False
    called = partial(_arguments_of, model, value, use, module)
    if is_compiled(layer) and not _is_of_imports([*called("compile")], None, module):
        return False
    function = module.function_defs.get(called_name(value.func))
    if function is not None and is_name(value.func, function.name.value) and not value.args:
        return _is_of_imports([function.body], function, module)
    if module.keras(value.func) not in ("Sequential", "models.Sequential"):
        return False
    return _is_of_imports([*(each.value for each in value.args), *called("add")], None, module)


def _is_done_before(save: cst.Call, layer: LayerClass, module: Module) -> bool:
    """Whether a save of the top level stands in front of all that makes the class, and runs once.

    One that a callback does comes later than it stands.
    """
    if called_name(save.func) == "ModelCheckpoint" or innermost(save, *_AGAIN) is not None:
        return False
    made = [
        call for call in walk_kinds(module.tree, cst.Call) if module.find_layer(call.func) is layer
    ]
    return bool(made) and all(begins_before(save, call) for call in made)


def _is_another(layer: LayerClass, model: cst.BaseExpression, module: Module) -> bool:
    """Whether all models of a class are kept under other names than the one that is saved."""
    kept: set[str | None] = set()
    for call in walk_kinds(module.tree, cst.Call):
        if module.find_layer(call.func) is layer:
            match module.parent(call):
                case cst.Assign(targets=[cst.AssignTarget(target=target)]):
                    kept.add(called_name(target))
                case _:
                    return False
    return bool(kept) and called_name(model) not in {*kept, "self", None}


def _is_of_imports(
    parts: Sequence[cst.CSTNode], function: cst.FunctionDef | None, module: Module
) -> bool:
    """Whether code names nothing of the module but what the function itself gives a name.

    Nor a layer of the project that is imported.
    """
    return all(
        not module.defines(name.value)
        and not _is_own_layer(name, module)
        and (
            not module.assigns(name.value)
            if (scope := module.scope_of(name, name.value)) is None
            else scope is function
        )
        for part in parts
        for name in walk_kinds(part, cst.Name)
    )


def _is_own_layer(name: cst.Name, module: Module) -> bool:
    layer = module.find_layer(name)
    return layer is not None and in_project(layer.module)


def _saved_model(save: cst.Call, module: Module) -> tuple[cst.BaseExpression | None, cst.CSTNode]:
    """The model of `model.save(path)`, `save_model(model, path)`, or of a fit with the callback.

    With what the model is saved by: the call of `fit` comes after the callback is made.
    """
    if called_name(save.func) == "save_model":
        return save.args[0].value, save
    if called_name(save.func) == "save" and isinstance(save.func, cst.Attribute):
        return save.func.value, save
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name(value="fit")):
                if keyword(call, "callbacks") is not None and begins_before(save, call):
                    same = module.function(call) is module.function(save)
                    return (model if same else None), call
    return None, save


def _arguments_of(
    model: cst.Name, value: cst.Call, use: cst.CSTNode, module: Module, method: str
) -> Iterator[cst.BaseExpression]:
    """What is passed to a method of the model between what it was made by and its use."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=owner, attr=cst.Name(value=name)):
                within = begins_before(value, call) and begins_before(call, use)
                if name == method and is_name(owner, model.value) and within:
                    yield from (argument.value for argument in call.args)
