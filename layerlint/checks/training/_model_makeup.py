"""What a model that is trained by hand is made of, as far as its module says so.

A name, an attribute of a trainer, an item of a list or dictionary of models: followed to the class
of the project, or to the function or lines that put layers of Keras together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.facts.layers import FUNCTIONAL, SEQUENTIAL
from layerlint.model.methods import parameters_of
from layerlint.queries.called_functions import arguments, callers, calls_of, function_named
from layerlint.queries.held_values import held_values
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, names_assigned_to
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_MAX_DEPTH = 6
# A list of more models than these is made by a program.
_MOST = 16
_BUILDERS = FUNCTIONAL | SEQUENTIAL


@dataclass(frozen=True, slots=True)
class Part:
    """A layer that a model is made of: the call that makes it, and its Keras name.

    `layer` is its class, and the name empty, where that is the project's own.
    """

    call: cst.Call
    keras: str
    module: Module
    layer: LayerClass | None = None


@dataclass(frozen=True, slots=True)
class Makeup:
    """`layer` is the class of a model that is the project's own, `parts` the layers of others.

    `likely`: nothing says so but that the module has no other model.
    """

    layer: LayerClass | None
    parts: tuple[Part, ...] = ()
    likely: bool = False


def is_step_of_keras(function: cst.FunctionDef | None, module: Module) -> bool:
    """Whether a function is a method of a layer, or of a model whose own step `fit` runs."""
    layer = module.class_of(function) if function is not None else None
    return layer is not None and (
        layer.kind != "model" or layer.method("train_step") is not None or not layer.complete
    )


def makeup(model: cst.BaseExpression, module: Module) -> Makeup | None:
    """What is known of the model that an expression stands for; None where it may be several."""
    around = module.class_of(model) if is_name(model, "self") else None
    if around is not None:
        return Makeup(around) if around.kind == "model" else None
    key = (makeup, module.function(model), module.source(model))
    return module.remembered(
        key, lambda: _of(model, module, _MAX_DEPTH) or _handed_in(model, module, _MAX_DEPTH)
    )


def assembled(layer: LayerClass) -> tuple[Part, ...]:
    """The layers from inputs to outputs that its module gives a model without a `call`."""
    start, module = layer.constructor, layer.module
    if layer.call is not None or (start is not None and start.varargs is None):
        return ()
    made = [call for call in calls_of(layer.name, module) if module.find_layer(call.func) is layer]
    return tuple(part for call in made for part in _assembled(call, module).parts)


def _handed_in(value: cst.BaseExpression, module: Module, depth: int) -> Makeup | None:
    """The model that a function is given by code that is not here.

    Its annotation tells the class, or the module has one class of models and makes no others.
    """
    function = module.function(value)
    if not isinstance(value, cst.Name) or function is None or depth == 0:
        return None
    name = value.value
    parameter = next((each for each in parameters_of(function.params) if each.name == name), None)
    if parameter is None or name in names_assigned_to(function.body):
        return None
    if parameter.annotation is not None:
        layer = module.find_layer(parameter.annotation)
        return Makeup(layer) if layer is not None and layer.kind == "model" else None
    given = [arguments(call, function, module).get(name) for call in callers(function, module)]
    made = [_handed_in(each, module, depth - 1) if each is not None else None for each in given]
    if made:
        return made[0] if all(each == made[0] for each in made) else None
    return module.once(_only_model) if "model" in name or "net" in name else None


def _only_model(module: Module) -> Makeup | None:
    models = [each for each in module.classes if each.kind == "model"]
    others = (
        (module.keras(call.func) or "") in _BUILDERS for call in walk_kinds(module.tree, cst.Call)
    )
    return Makeup(models[0], likely=True) if len(models) == 1 and not any(others) else None


def _of(value: cst.BaseExpression, module: Module, depth: int) -> Makeup | None:
    """What is known of a value where it stands."""
    if isinstance(value, cst.Call):
        return _made(value, module)
    if depth == 0:
        return None
    values = held_values(value, module)
    made = [_of(each, module, depth - 1) for each in values] if len(values) <= _MOST else []
    return made[0] if made and all(each == made[0] for each in made) else None


def _made(call: cst.Call, module: Module) -> Makeup | None:
    """What is known of the result of a call, if that is one model."""
    layer = module.find_layer(call.func)
    if layer is not None:
        return Makeup(layer) if layer.kind == "model" else None
    if (module.keras(call.func) or "") in _BUILDERS:
        return _assembled(call, module)
    function = function_named(call.func, module)
    home, name = module, module.resolve(call.func)
    if function is None and name is not None:
        found = module.project.function(name, module.path)
        home, function = found if found is not None else (module, None)
    if function is not None and _makes_one(function, home):
        return Makeup(None, _parts(function, home))
    return None


def _assembled(call: cst.Call, module: Module) -> Makeup:
    """The layers of a model that is put together on the spot, or around it."""
    if (module.keras(call.func) or "") in SEQUENTIAL and call.args:
        return Makeup(None, _parts(call, module))
    home = module.function(call) or module.tree
    return Makeup(None, _parts(home, module) if _makes_one(home, module) else ())


def _makes_one(code: cst.CSTNode, module: Module) -> bool:
    """Whether a function, or the top level, makes one model and nothing else that is one."""
    return len([each for each in _calls_in(code, module) if _builds(each, module)]) == 1


def _calls_in(code: cst.CSTNode, module: Module) -> Iterator[cst.Call]:
    """The calls in a piece of code; of the top level without those of functions and classes."""
    return (walk_same_function if code is module.tree else walk_kinds)(code, cst.Call)


def _builds(call: cst.Call, module: Module) -> bool:
    layer = module.find_layer(call.func)
    own = layer is not None and layer.kind == "model"
    return own or (module.keras(call.func) or "") in _BUILDERS


def _parts(code: cst.CSTNode, module: Module) -> tuple[Part, ...]:
    """The layers that are made in a piece of code, and in functions of the module that it calls."""
    return module.remembered((_parts, code), lambda: tuple(_found_parts(code, module)))


def _found_parts(code: cst.CSTNode, module: Module) -> Iterator[Part]:
    waiting, entered = [code], {code}
    while waiting:
        for call in _calls_in(waiting.pop(0), module):
            keras = module.keras(call.func) or ""
            if keras.startswith("layers."):
                yield Part(call, keras, module)
            elif (layer := _own_layer(call, module)) is not None:
                yield Part(call, "", module, layer)
            else:
                function = function_named(call.func, module)
                if function is not None and function not in entered:
                    entered.add(function)
                    waiting.append(function)


def _own_layer(call: cst.Call, module: Module) -> LayerClass | None:
    """The class of the project that a call makes a layer of."""
    layer = module.find_layer(call.func)
    return layer if layer is not None and layer.kind == "layer" else None
