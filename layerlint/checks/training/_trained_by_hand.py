"""Training code outside of a model: functions that differentiate a loss and apply the gradients.

A tutorial's `@tf.function`, a loop, a trainer class; with the model whose variables they train, and
what layers that is made of, as far as the module says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.facts.layers import FUNCTIONAL, SEQUENTIAL
from layerlint.model.assignments import values_of
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.training_code import VARIABLES, owner_of, updates
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, positional, self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# What a file must hold to train something by hand.
BY_HAND = AllOf("GradientTape", AnyOf("apply_gradients", "apply"), AnyOf(*VARIABLES), Text("keras"))
_MAX_DEPTH = 4
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
class TrainedModel:
    """A model that a function trains, by the tape it is run under.

    `layer` is its class where that is the project's own; `parts` are its layers where a function,
    or the module, makes it of Keras's.
    """

    function: cst.FunctionDef
    tape: cst.With
    name: cst.BaseExpression
    layer: LayerClass | None
    parts: tuple[Part, ...]

    def calls(self) -> Iterator[cst.Call]:
        """The calls of the model under the tape."""
        for node in walk_kinds(self.tape.body, cst.Call):
            if node.func.deep_equals(self.name):
                yield node


def trained_by_hand(module: Module) -> list[TrainedModel]:
    """The models that functions of the module train, where it is known what they are made of."""
    return module.once(_trained)


def _trained(module: Module) -> list[TrainedModel]:
    found = []
    for function in walk_kinds(module.tree, cst.FunctionDef):
        if module.class_of(function) is not None or not _is_innermost(function, module):
            continue
        tapes = [node for node in walk_kinds(function, cst.With) if _is_tape(node, module)]
        nodes = list(walk(function.body))
        for update in updates(nodes):
            owner = owner_of(update.variables, nodes, module)
            if owner is None:
                continue
            model = _model(owner, function, module, _MAX_DEPTH)
            if model is not None:
                found += [TrainedModel(function, tape, owner, *model) for tape in tapes]
    return found


def _is_innermost(function: cst.FunctionDef, module: Module) -> bool:
    """Whether the tapes of a function stand in no function inside of it."""
    return any(
        module.function(node) is function
        for node in walk_kinds(function, cst.With)
        if _is_tape(node, module)
    )


def _is_tape(node: cst.With, module: Module) -> bool:
    return any(
        isinstance(item.item, cst.Call) and module.tf(item.item.func) == "GradientTape"
        for item in node.items
    )


Model = tuple["LayerClass | None", tuple[Part, ...]]


def _model(
    name: cst.BaseExpression, function: cst.FunctionDef, module: Module, depth: int
) -> Model | None:
    """What a name, or an attribute of an object that is no layer, is made of."""
    if depth == 0:
        return None
    values = list(_values(name, function, module))
    made = [_made(value, home, module, depth) for value, home in values]
    return made[0] if len(made) == 1 else None


Value = tuple[cst.BaseExpression, cst.FunctionDef | None]


def _values(name: cst.BaseExpression, function: cst.FunctionDef, module: Module) -> Iterator[Value]:
    """What the expression is given, each with the function in which that is written."""
    attribute = self_attribute(name)
    if attribute is not None:
        around = next((a for a in module.ancestors(function) if isinstance(a, cst.ClassDef)), None)
        for node in walk_kinds(around, cst.Assign) if around is not None else ():
            if any(self_attribute(target.target) == attribute for target in node.targets):
                yield node.value, module.function(node)
    elif isinstance(name, cst.Name):
        scope = module.scope_of(name, name.value)
        if scope is None:
            value = module.steady_value(name.value)
            if value is not None:
                yield value, None
        elif isinstance(scope, cst.FunctionDef):
            yield from _locals(name.value, scope, module)


def _locals(name: str, scope: cst.FunctionDef, module: Module) -> Iterator[Value]:
    position = next(
        (i for i, each in enumerate(scope.params.params) if each.name.value == name), None
    )
    for value in values_of(name, walk_kinds(scope.body, cst.Assign)):
        yield value, scope
    if position is None:
        return
    for call in walk_kinds(module.tree, cst.Call):
        if not is_name(call.func, scope.name.value):
            continue
        given = keyword(call, name)
        places = positional(call)
        if given is None and position < len(places):
            given = places[position]
        if given is not None:
            yield given.value, module.function(call)


def _made(
    value: cst.BaseExpression, home: cst.FunctionDef | None, module: Module, depth: int
) -> Model | None:
    if isinstance(value, cst.Name):
        if home is not None:
            return _model(value, home, module, depth - 1)
        steady = module.steady_value(value.value)
        return _made(steady, None, module, depth - 1) if steady is not None and depth > 1 else None
    if not isinstance(value, cst.Call):
        return None
    name = module.resolve(value.func)
    layer = module.project.find_layer(name, module.path) if name is not None else None
    if layer is not None:
        return (layer, ()) if layer.kind == "model" else None
    if (module.keras(value.func) or "") in _BUILDERS:
        return _assembled(value, home, module)
    if isinstance(value.func, cst.Name):
        function = module.function_defs.get(value.func.value)
        if function is not None and _returns_model(function, module):
            return None, tuple(_parts(function, module, _MAX_DEPTH))
    return None


def _assembled(call: cst.Call, home: cst.FunctionDef | None, module: Module) -> Model:
    """The layers of a model that is put together on the spot, or around it."""
    if (module.keras(call.func) or "").endswith("Sequential") and call.args:
        return None, tuple(_parts(call, module, _MAX_DEPTH))
    return None, tuple(_parts(home, module, _MAX_DEPTH)) if home is not None else ()


def _returns_model(function: cst.FunctionDef, module: Module) -> bool:
    """Whether a function makes one model and nothing else that is one."""
    made = [
        node
        for node in walk_kinds(function, cst.Call)
        if (module.keras(node.func) or "") in _BUILDERS
    ]
    return len(made) == 1


def _parts(node: cst.CSTNode, module: Module, depth: int) -> Iterator[Part]:
    """The layers that are made in a piece of code, or in functions of the module it calls."""
    for call in walk_kinds(node, cst.Call):
        keras = module.keras(call.func) or ""
        if keras.startswith("layers."):
            yield Part(call, keras, module)
        elif (layer := _own_layer(call, module)) is not None:
            yield Part(call, "", module, layer)
        elif depth > 0 and isinstance(call.func, cst.Name):
            function = module.function_defs.get(call.func.value)
            if function is not None and not any(call is inner for inner in walk(function)):
                yield from _parts(function, module, depth - 1)


def _own_layer(call: cst.Call, module: Module) -> LayerClass | None:
    """The class of the project that a call makes a layer of."""
    name = module.resolve(call.func)
    layer = module.project.find_layer(name, module.path) if name is not None else None
    return layer if layer is not None and layer.kind == "layer" else None
