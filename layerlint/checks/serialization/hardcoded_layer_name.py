"""LL509: a fixed `name` is given to more than one layer of a model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.get_config import special_from_config
from layerlint.fixes.rewrite import delete_argument
from layerlint.model.config import Config, config_of
from layerlint.model.constructor import arguments_of, base_calls
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, AppliedWith, HoldsLayer, Row
from layerlint.queries.application import is_of_application
from layerlint.queries.called_functions import callers, function_named
from layerlint.queries.class_uses import makings
from layerlint.queries.construction_sites import made_by_owners_only, made_within_models
from layerlint.queries.dead_classes import cannot_be_made
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword_argument, literal
from layerlint.syntax.walk import begins_before, innermost, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

_Scope = cst.FunctionDef | cst.Module
_LOOPS = (cst.For, cst.While, cst.BaseComp)
_CHOICES = (cst.If, cst.IfExp, cst.Try, cst.Match)
_CLASS_NAMES = frozenset({"self.__class__.__name__", "type(self).__name__"})
# Outside classes the layer is applied, or added to a model, where it is made.
NEEDS = AllOf(
    "name",
    AnyOf(
        AllOf(Row("name", "="), AnyOf(HoldsLayer(), AppliedWith("name"))),
        AllOf("get_config", HoldsLayer()),
    ),
)


@check(Module, needs=NEEDS)
def hardcoded_layer_name(module: Module) -> Iterator[Finding]:
    """Report constant names in constructors, and those that a function gives again and again."""
    for layer in module.classes:
        if layer.kind == "layer" and not (_is_cell(layer) or cannot_be_made(layer)):
            yield from _own_name(layer)
            yield from _saved_name(layer)
    for argument, why in _repeated(module):
        yield Finding(argument, why, {"name": module.source(argument.value)})


def _is_cell(layer: LayerClass) -> bool:
    """Whether it is a recurrent cell, which is no layer of the model: an `RNN` holds it."""
    return "layers.AbstractRNNCell" in layer.keras_bases or "state_size" in {
        *layer.attributes,
        *(method.name for method in layer.effective_methods()),
    }


def _saved_name(layer: LayerClass) -> Iterator[Finding]:
    """The name of the class, or a constant, that `get_config` stores for the name of the layer."""
    method = layer.methods.get("get_config")
    config = config_of(layer) if method is not None else None
    key = config.keys.get("name") if config is not None else None
    if key is None or key.owner is not method or key.value is None:
        return
    constructor = layer.constructor
    if constructor is None or not (constructor.takes("name") or constructor.varkw):
        return
    if not _loads(layer, config):
        return
    source = layer.module.source(key.value)
    if source in _CLASS_NAMES or isinstance(literal(key.value), str):
        yield Finding(key.value, "config", {"layer": layer.name, "name": source})


def _loads(layer: LayerClass, config: Config | None) -> bool:
    """Whether a layer can be made of its config, which is what gives two of them one name."""
    if config is None or special_from_config(layer) is not None:
        return True
    return all(config.has(each.name) for each in arguments_of(layer).values() if each.required)


def _is_whole_model(layer: LayerClass) -> bool:
    """Whether a layer makes the inputs of a model around it by itself: it is no part of another."""
    return any(
        method.module.keras(call.func) in ("Input", "layers.Input")
        for method in layer.effective_methods()
        for call in method.own_nodes(cst.Call)
    )


def _is_made_once(layer: LayerClass) -> bool:
    """Whether an application never makes two of the class in one go, as for one model."""
    if not is_of_application(layer.module):
        return False
    places: set[tuple[str, cst.FunctionDef | None]] = set()

    def once(module: Module, call: cst.Call) -> bool:
        function = module.function(call)
        place = (module.path, function)
        if place in places or innermost(call, *_LOOPS, inside=function) is not None:
            return False
        places.add(place)
        return function is None or len(callers(function, module)) < 2

    return makings(layer, once)


def _own_name(layer: LayerClass) -> Iterator[Finding]:
    """A constant name in the call of the base's constructor."""
    constructor = layer.methods.get("__init__")
    for call in base_calls(constructor) if constructor is not None else ():
        argument = keyword_argument(call, "name")
        if argument is None or not isinstance(literal(argument.value), str):
            continue
        if made_by_owners_only(layer) or made_within_models(layer) or _is_whole_model(layer):
            continue  # only the layers of which a functional model is made need names that differ
        if _is_made_once(layer):
            continue
        named_twice = any(other.star == "**" for other in call.args)
        edits = delete_argument(layer.module, call, argument)
        yield Finding(
            argument,
            "kwargs" if named_twice else "default",
            {"layer": layer.name, "name": layer.module.source(argument.value)},
            fix=Fix("Leave the name to Keras", tuple(edits), "unsafe"),
        )


def _repeated(module: Module) -> Iterator[tuple[cst.Arg, str]]:
    """The `name` arguments that more than one layer of a model gets, and why that is so."""
    named = list(_applied(module))
    for argument, call, scope in named:
        if _in_loop(module, call, scope):
            yield argument, "loop"
        elif _is_twin(module, argument, call, scope, named):
            yield argument, "twice"
        elif isinstance(scope, cst.FunctionDef) and _runs_again(module, scope, call):
            yield argument, "function"


def _applied(module: Module) -> Iterator[tuple[cst.Arg, cst.Call, _Scope]]:
    """Layers with a literal name that are made and applied, or added to a model, in one go."""
    for node in walk_kinds(module.tree, cst.Call):
        argument = keyword_argument(node, "name")
        if argument is None or not isinstance(literal(argument.value), str):
            continue
        if _is_layer(module, node) and _is_used(module, node) and module.class_of(node) is None:
            yield argument, node, module.function(node) or module.tree


def _is_layer(module: Module, call: cst.Call) -> bool:
    keras = module.keras(call.func) or ""
    if keras.startswith("layers."):
        return keras[len("layers.")].isupper()
    return module.find_layer(call.func) is not None


def _is_used(module: Module, call: cst.Call) -> bool:
    parent = module.parent(call)
    if isinstance(parent, cst.Call):
        return parent.func is call
    outer = module.parent(parent) if isinstance(parent, cst.Arg) else None
    return (
        isinstance(outer, cst.Call)
        and isinstance(outer.func, cst.Attribute)
        and outer.func.attr.value == "add"
    )


def _in_loop(module: Module, call: cst.CSTNode, scope: _Scope) -> bool:
    """Whether a loop of the function makes the layer again, for the same model."""
    loop = innermost(call, *_LOOPS, *_CHOICES, inside=scope)
    return isinstance(loop, _LOOPS) and not _makes_model(module, loop) and _goes_round(loop)


def _goes_round(loop: cst.CSTNode) -> bool:
    """Whether the loop is left neither at once nor in its first round."""
    return not any(True for node in walk_same_function(loop, cst.Break, cst.Return))


def _makes_model(module: Module, node: cst.CSTNode) -> bool:
    return any(True for _ in _models(module, node, ("Input", "layers.Input", "layers.InputLayer")))


def _models(module: Module, node: cst.CSTNode, also: Sequence[str] = ()) -> Iterator[cst.CSTNode]:
    wanted = ("Model", "Sequential", "backend.clear_session", *also)
    for part in walk_same_function(node, cst.Call):
        if module.keras(part.func) in wanted:
            yield part


def _is_twin(
    module: Module,
    argument: cst.Arg,
    call: cst.Call,
    scope: _Scope,
    named: Sequence[tuple[cst.Arg, cst.Call, _Scope]],
) -> bool:
    """Whether the function has used the name before, for the one model that it makes."""
    name = literal(argument.value)
    before = [
        other
        for other_argument, other, other_scope in named
        if other_scope is scope
        and literal(other_argument.value) == name
        and begins_before(other, call)
    ]
    if not before or isinstance(scope, cst.Module):
        return False
    certain = all(_is_certain(node, scope) for node in (call, *before[:1]))
    return certain and len(list(_models(module, scope))) == 1


def _is_certain(node: cst.CSTNode, scope: _Scope) -> bool:
    kinds = (*_LOOPS, *_CHOICES, cst.Lambda, cst.ClassDef)
    return innermost(node, *kinds, inside=scope) is None


def _runs_again(module: Module, function: cst.FunctionDef, call: cst.Call) -> bool:
    """Whether another function, or the module, calls this one twice for its one model."""
    if not _is_certain(call, function) or _makes_model(module, function):
        return False
    by_scope: dict[_Scope, list[cst.Call]] = {}
    for node in callers(function, module):
        if function_named(node.func, module) is function:
            scope = module.function(node) or module.tree
            by_scope.setdefault(scope, []).append(node)
    for caller, calls in by_scope.items():
        if caller is function or len(list(_models(module, caller))) != 1:
            continue
        if any(_in_loop(module, node, caller) for node in calls):
            return True
        if sum(_is_certain(node, caller) for node in calls) > 1:
            return True
    return False
