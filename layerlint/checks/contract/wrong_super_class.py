"""LL403: `super()` is given a class that is not the one it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_method_of_super, is_name
from layerlint.syntax.walk import walk_same_class

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# What no layer can do without.
_NEEDED = frozenset({"__init__", "__setattr__", "__call__", "build", "get_config"})
_ROOTS = {"layers.Layer": "Layer", "Model": "Model"}


@check(LayerClass)
def wrong_super_class(layer: LayerClass) -> Iterator[Finding]:
    """Report `super(Other, self)` that skips Keras, that Python refuses or that never ends."""
    for method in layer.methods.values():
        for node in walk_same_class(method.node.body, cst.Call):
            if is_name(node.func, "super") and len(node.args) == 2:
                message = _mistake(layer, method, node.args[0].value)
                if message is None or not is_name(node.args[1].value, method.self_name):
                    continue
                if message in ("foreign", "again") or _looked_up(node, method) in _NEEDED:
                    yield _finding(layer, method, node, message)


def _mistake(layer: LayerClass, method: Method, named: cst.BaseExpression) -> str | None:
    module = method.module
    if module.source(named) in (f"{method.self_name}.__class__", f"type({method.self_name})"):
        return "again" if _inheritor(layer, method) is not None else None
    keras = module.keras(named)
    if keras is not None:
        if keras in _ROOTS and not _is_own_name(layer, named):
            above = keras in layer.keras_bases or (
                keras == "layers.Layer" and bool(layer.keras_bases)
            )
            return "skips" if above else _foreign(layer)
        return None
    other = module.find_layer(named)
    if other is None or other in layer.mro or other.name == layer.name:
        return None
    return _foreign(layer)


def _inheritor(layer: LayerClass, method: Method) -> str | None:
    """A class of the project that runs the method as its own, or as what its own goes on with."""
    for subclass in layer.subclasses:
        inherited = subclass.method(method.name)
        if inherited is None:
            continue
        if inherited.node is method.node or _goes_on(subclass, inherited, method):
            return subclass.name
    return None


def _goes_on(subclass: LayerClass, own: Method, method: Method) -> bool:
    """Whether a class's own method calls `super()` for the method of the base."""
    above = next((each for each in subclass.mro[1:] if own.name in each.methods), None)
    return (
        own.owner is subclass
        and above is not None
        and above.methods[own.name].node is method.node
        and any(
            is_method_of_super(call) and called_name(call.func) == own.name
            for call in own.own_nodes(cst.Call)
        )
    )


def _foreign(layer: LayerClass) -> str | None:
    return "foreign" if layer.complete else None


def _is_own_name(layer: LayerClass, named: cst.BaseExpression) -> bool:
    return is_name(named, layer.name)


def _looked_up(call: cst.Call, method: Method) -> str:
    """The name that is looked for behind the class."""
    around = method.module.parent(call)
    return around.attr.value if isinstance(around, cst.Attribute) else ""


def _finding(layer: LayerClass, method: Method, call: cst.Call, message: str) -> Finding:
    module = method.module
    named = call.args[0].value
    fields = {
        "named": module.source(named),
        "layer": layer.name,
        "method": _looked_up(call, method),
        "inheritor": _inheritor(layer, method),
    }
    fix = None
    if "<locals>" not in layer.qualname:
        fix = Fix(f"Name `{layer.qualname}`", tuple(replace(module, named, layer.qualname)))
    return Finding(call, message, fields, fix=fix)
