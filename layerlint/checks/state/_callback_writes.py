"""Numbers of a layer that a callback changes after Keras has traced the layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from layerlint.checks.state._between_trainings import set_between_trainings
from layerlint.checks.state._setters import Setter, setters, told_setters
from layerlint.checks.state._train_steps import step_methods
from layerlint.model.methods import parameters_of
from layerlint.queries.callbacks import callbacks, repeated_hooks
from layerlint.queries.held_values import only_call
from layerlint.queries.keras_objects import is_object, keras_objects
from layerlint.queries.metric_functions import compared_functions
from layerlint.queries.own_code import reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import mentions, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.checks.state._late_code import Setting
    from layerlint.model.attributes import Attribute
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_OWN = frozenset({"trainable", "stop_training"})


class SetByCallback(NamedTuple):
    """An assignment in a callback, `path` being its method."""

    node: cst.Attribute
    attribute: Attribute
    path: str


def set_by_callbacks(layer: LayerClass) -> Iterator[SetByCallback]:
    """The assignments to attributes of the class by callbacks of its module, one for each."""
    module = layer.module
    seen: set[str] = set()
    for method, path in _repeated(module):
        told = (function for function, _ in told_setters(method.body, module))
        for target in (*_assigned(method, module), *told):
            yield from _set(layer, target, path, seen)


def set_between(layer: LayerClass) -> Iterator[SetByCallback]:
    """The assignments to attributes of a model between one training of it and the next."""
    module = layer.module
    seen: set[str] = set()
    for setting in module.once(_between):
        target = setting.node
        function = module.function(target)
        if isinstance(target, cst.Attribute) and not _is_variable(setting.value, module):
            path = function.name.value if function is not None else module.name
            yield from _set(layer, target, path, seen)


def _set(
    layer: LayerClass, target: cst.Attribute, path: str, seen: set[str]
) -> Iterator[SetByCallback]:
    """What an assignment, or the call of a setter, sets of the class, if that is the first."""
    name, setter = target.attr.value, setters(layer.module).get(target.attr.value)
    if setter is not None and setter.layer is layer:
        name = setter.attribute
    if name not in seen and name not in _OWN and _is_of(layer, name, setter):
        seen.add(name)
        yield SetByCallback(target, layer.attributes[name], path)


def _between(module: Module) -> list[Setting]:
    """What a model, or a layer of it, is given between one training of it and the next."""
    return [
        setting
        for setting, model in set_between_trainings(None, module)
        if f"{module.source(setting.owner)}.".startswith(f"{model}.")
        or _makes_layer(setting.owner, module)
    ]


def _makes_layer(owner: cst.BaseExpression, module: Module) -> bool:
    made = only_call(owner, module) if isinstance(owner, cst.Name) else None
    return made is not None and module.find_layer(made.func) is not None


def _is_variable(value: cst.BaseExpression, module: Module) -> bool:
    made = module.resolve(value.func) if isinstance(value, cst.Call) else None
    return (made or "").lower().endswith("variable")


def globals_set_by_callbacks(module: Module) -> Iterator[tuple[cst.Name, str, str]]:
    """Numbers of the module that a callback sets anew and a loss or a `call` reads.

    Each as it is set, with the path of the method and what reads it.
    """
    readers: dict[str, str] | None = None
    seen: set[str] = set()
    for method, path in () if module.says("run_eagerly") else _repeated(module):
        shared = {
            item.name.value
            for node in walk_same_function(method.body, cst.Global)
            for item in node.names
        }
        for target in _names_set(method) if shared else ():
            name = target.value
            if name in seen or name not in shared:
                continue
            readers = _readers(module) if readers is None else readers
            if name in readers:
                seen.add(name)
                yield target, path, readers[name]


def _repeated(module: Module) -> Iterator[tuple[cst.FunctionDef, str]]:
    """The methods of callbacks that run again and again on one graph, with their paths."""
    for callback in callbacks(module):
        for method in repeated_hooks(callback, module):
            yield method, callback.path(method)


def _names_set(method: cst.FunctionDef) -> Iterator[cst.Name]:
    for node in walk_same_function(method.body, cst.Assign, cst.AugAssign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name() as target)]):
                yield target
            case cst.AugAssign(target=cst.Name() as target):
                yield target


def running_functions(module: Module) -> Iterator[tuple[str, cst.FunctionDef]]:
    """The losses of the module and the `call` of its layers and losses, each with its name."""
    functions = {function.name.value: function for function in compared_functions(module)}
    for node in walk_kinds(module.tree, cst.FunctionDef):
        names = [each.name for each in parameters_of(node.params)]
        if names[:2] == ["y_true", "y_pred"]:
            functions.setdefault(node.name.value, node)
    for layer in module.classes:
        if "call" in layer.methods:
            functions[f"{layer.name}.call"] = layer.methods["call"].node
    for loss in keras_objects(module):
        if loss.kind == "loss" and "call" in loss.methods:
            functions[f"{loss.name}.call"] = loss.methods["call"].node
    yield from functions.items()


def _readers(module: Module) -> dict[str, str]:
    """The names that such a function reads, each with the name of that."""
    found: dict[str, str] = {}
    for path, function in running_functions(module):
        for name in walk_kinds(function.body, cst.Name):
            if not isinstance(module.parent(name), (cst.AssignTarget, cst.Attribute)):
                found.setdefault(name.value, path)
    return found


def _assigned(method: cst.FunctionDef, module: Module) -> Iterator[cst.Attribute]:
    """The attributes of other objects that a method sets to what is no variable."""
    own = method.params.params[0].name.value if method.params.params else "self"
    for node in walk_same_function(method.body, cst.Assign, cst.AugAssign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Attribute() as target)]):
                value = node.value
            case cst.AugAssign(target=cst.Attribute() as target):
                value = node.value
            case _:
                continue
        if is_name(target.value, own) or target.attr.value in _OWN:
            continue
        if not _is_variable(value, module):
            yield target


def _is_of(layer: LayerClass, name: str, setter: Setter | None) -> bool:
    """Whether the name is an attribute of this class alone, which what Keras traces computes with.

    The class itself does not write it but when it is constructed, and in the setter.
    """
    known = layer.attributes.get(name)
    if known is None or any(
        other is not layer and name in other.attributes for other in layer.module.classes
    ):
        return False
    writers = ("__init__", "build", setter.method.name if setter is not None else "")
    if any(one.method is None or one.method.name not in writers for one in known.bindings):
        return False
    running, reads = _running(layer), list(known.reads)
    if setter is not None and setter.is_property:
        reads += layer.attributes[setter.method.name].reads
    return any(
        read.method.node in running and not _is_shown(read.node, read.method.module)
        for read in reads
    )


def _running(layer: LayerClass) -> set[cst.CSTNode]:
    """The functions that Keras traces: of a loss, what `call` or so runs."""
    if is_object(layer):
        return {
            method.node
            for name in ("call", "__call__", "update_state", "result")
            if (method := layer.method(name)) is not None
        }
    return reached_by_call(layer) | {method.node for method in step_methods(layer)}


def _is_shown(node: cst.CSTNode, module: Module) -> bool:
    """Whether what is read is no part of a computation: a name, a message, a test for None."""
    for found in module.ancestors(node):
        if isinstance(found, (cst.FormattedStringExpression, cst.Subscript)):
            return True
        if isinstance(found, cst.Comparison):
            return mentions(found, "None")
        if isinstance(found, (cst.BaseSmallStatement, cst.BaseCompoundStatement)):
            return False
    return False
