"""Who calls a layer in the project, and what it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from layerlint.interpret.effects import SublayerCall
from layerlint.queries.application import is_of_application
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    is_method_of_super,
    is_name,
    keyword,
    positional,
    self_attribute,
)
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module


def is_sublayer(layer: LayerClass) -> bool:
    """Whether other layers of the project hold the class: then those are called by `fit`."""
    return layer.facts(_calls) is not None


def always_told(layer: LayerClass) -> bool:
    """Whether the project's layers call the layer, and always pass `training`."""
    calls = layer.facts(_calls)
    return bool(calls) and all(calls or ())


def may_always_be_told(layer: LayerClass) -> bool:
    """The same where no call can be followed, but its module passes the flag to something."""
    if layer.facts(_calls):
        return always_told(layer)
    inside = set(layer.module.walk(layer.node))
    return any(
        node not in inside
        and tells(node)
        and layer.module.resolve(node.func) is None
        and not is_method_of_super(node)
        and not _is_other(node, layer.module, layer)
        for node in walk_kinds(layer.module.tree, cst.Call)
    )


def tells(call: cst.CSTNode) -> bool:
    """Whether a call passes the flag, by name or as an argument so named."""
    return isinstance(call, cst.Call) and any(
        (argument.keyword is not None and argument.keyword.value == "training")
        or is_name(argument.value, "training")
        for argument in call.args
    )


def fills_flag(layer: LayerClass, call: cst.Call) -> bool:
    """Whether a call of the layer passes the flag, by name or in its place."""
    if keyword(call, "training") is not None:
        return True
    names = [each.name for each in layer.call.positional] if layer.call is not None else []
    return "training" in names and len(positional(call)) > names.index("training")


def passed_by_name(layer: LayerClass, name: str) -> bool:
    """Whether a call passes an argument called `name`, in a module that mentions the class.

    Such a module has layers, or is another one of the application that the class belongs to.
    """
    modules = {layer.module.path: layer.module}
    modules |= {other.module.path: other.module for other in _mentioning(layer)}
    if is_of_application(layer.module):
        index = layer.project.index
        naming = set(index.having(name))
        paths = [path for path in index.having(layer.name) if path in naming]
        modules |= {module.path: module for module in layer.project.readable(paths)}
    for module in modules.values():
        for node in module.walk() if module.says(name) else ():
            argument = keyword(node, name) if isinstance(node, cst.Call) else None
            if argument is not None and not is_name(argument, name):
                return True
    return False


def always_given(layer: LayerClass, name: str) -> bool:
    """Whether the project's layers call the layer, and always pass an argument by that name."""
    given = [keyword(call, name) is not None for call in _calls_of(layer, list(_mentioning(layer)))]
    return bool(given) and all(given)


def trains_itself(layer: LayerClass) -> Literal["told", "untold"] | None:
    """Whether the class has a `train_step`, and that says `training=` whenever it calls the model.

    None where Keras's own `train_step` calls it.
    """
    method = layer.method("train_step")
    if method is None:
        return None
    for node in method.own_nodes(cst.Call):
        if is_method_of_super(node):
            return None
        if is_name(node.func, method.self_name) and keyword(node, "training") is None:
            return "untold"
    return "told"


def _is_other(call: cst.Call, module: Module, layer: LayerClass) -> bool:
    """Whether what is called is a method, or an attribute that holds a layer of another class."""
    attribute = self_attribute(call.func)
    owner = module.class_of(call) if attribute is not None else None
    if owner is None or attribute is None:
        return False
    held = owner.sublayers.get(attribute)
    return attribute in owner.methods or (held is not None and held.layer is not layer)


def _calls(layer: LayerClass) -> list[bool] | None:
    """Of every call of the class in a `call()` of the project, whether it passes the flag.

    None where no other class of the project holds it.
    """
    others = list(_mentioning(layer))
    if not any(sublayer.layer is layer for other in others for sublayer in other.all_sublayers):
        return None
    return [tells(call) for call in _calls_of(layer, others)]


def _calls_of(layer: LayerClass, others: Sequence[LayerClass]) -> Iterator[cst.Call]:
    """The calls of the layer where it is a sublayer, in what `call` of the others runs."""
    for other in others:
        for effect in other.forward.of(SublayerCall):
            held, call = effect.sublayer, effect.node
            if held is not None and held.layer is layer:
                yield call


def _mentioning(layer: LayerClass) -> Iterator[LayerClass]:
    """The other layer classes of the modules that mention the class."""
    project = layer.project
    for path in project.index.having(layer.name):
        try:
            found = [project.layer_class(header.header) for header in project.layers_of(path)]
        except (OSError, ValueError, cst.ParserSyntaxError):
            continue  # a file that cannot be read or parsed is reported as such
        yield from (other for other in found if other is not layer)
