"""Whether all that calls a layer says in which mode, in programs that nobody imports.

`call_sites` knows the calls of sublayers; here are those of scripts, loops and notebooks as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.queries.application import is_of_application
from layerlint.queries.call_sites import always_told, fills_flag
from layerlint.queries.class_uses import is_of_module_alone
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module


def told_by_all_callers(layer: LayerClass) -> bool:
    """Whether each call that its application, or its module alone, has of the class tells the mode.

    False for what others import or extend, for a call that leaves the flag out, and where an
    instance goes where it cannot be followed.
    """
    return layer.facts(_told)


def tells_itself(layer: LayerClass) -> bool:
    """Whether a model calls itself, in a loop of its own, and always says in which mode.

    So does Keras, where it fits one or predicts with it.
    """
    calls = [
        node
        for method in layer.effective_methods()
        for node in method.own_nodes(cst.Call)
        if isinstance(node, cst.Call) and is_name(node.func, method.self_name)
    ]
    return layer.kind == "model" and bool(calls) and all(fills_flag(layer, each) for each in calls)


def _told(layer: LayerClass) -> bool:
    if layer.project.is_extended(layer):
        return False
    if layer.module.path.endswith(".ipynb") or is_of_module_alone(layer):
        made = list(_made(layer, layer.module))
    elif is_of_application(layer.module):
        made = [found for module in _modules(layer) for found in _made(layer, module)]
    else:
        return False
    return bool(made) and all(_is_told(layer, module, call) for module, call in made)


def _modules(layer: LayerClass) -> Iterator[Module]:
    """The modules that have the name, tests among them."""
    return layer.project.readable(layer.project.index.having(layer.name))


def _made(layer: LayerClass, module: Module) -> Iterator[tuple[Module, cst.Call]]:
    """The calls that make one of the class."""
    for call in walk_kinds(module.tree, cst.Call):
        name = module.resolve(call.func) if _is_named(call.func, layer.name) else None
        if name is not None and layer.project.find_layer(name, module.path) is layer:
            yield module, call


def _is_named(function: cst.BaseExpression, name: str) -> bool:
    last = function.attr if isinstance(function, cst.Attribute) else function
    return is_name(last, name)


def _is_told(layer: LayerClass, module: Module, made: cst.Call) -> bool:
    """Whether what is made there is called with the flag, wherever that is."""
    owner = module.class_of(made)
    if owner is not None:
        return owner is not layer and always_told(layer)
    match module.parent(made):
        case cst.Assign(targets=[cst.AssignTarget(target=target)]):
            calls = list(_calls(target, module, made))
            if not calls:
                return _is_handed_on(target, layer, module)
            return all(fills_flag(layer, call) for call in calls)
        case cst.Call(func=function) as call if function is made:
            return fills_flag(layer, call)
    return False


def _is_handed_on(target: cst.CSTNode, layer: LayerClass, module: Module) -> bool:
    """Whether a function or class of the project alone is given it, which may always tell."""
    givers = [
        call
        for call in walk_kinds(module.tree, cst.Call)
        for argument in call.args
        if isinstance(target, cst.Name) and is_name(argument.value, target.value)
    ]
    project = layer.project
    names = [module.resolve(call.func) for call in givers]
    return bool(names) and all(
        name is not None
        and (project.class_statement(name, module.path) or project.function(name, module.path))
        for name in names
    )


def _calls(target: cst.CSTNode, module: Module, made: cst.Call) -> Iterator[cst.Call]:
    """The calls of what a name, or an attribute of an object, holds."""
    attribute = self_attribute(target)
    for call in walk_kinds(module.tree, cst.Call):
        if call is made:
            continue
        held = attribute is not None and self_attribute(call.func) == attribute
        if held or (isinstance(target, cst.Name) and is_name(call.func, target.value)):
            yield call
