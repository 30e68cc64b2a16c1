"""LL221: a loss is added in `__init__` or `build`, and cleared before the layer is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._set_up_methods import set_up_methods
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.config import is_root
from layerlint.model.layer import LayerClass
from layerlint.model.origins import Place, local_values, place_of, returned
from layerlint.queries.functional_model import is_functional
from layerlint.queries.own_code import own_methods, reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_super_call, self_attribute
from layerlint.syntax.walk import innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_INPUTS = frozenset({"Input", "layers.Input"})


@check(LayerClass)
def loss_added_outside_call(layer: LayerClass) -> Iterator[Finding]:
    """Report each `self.add_loss(...)` that only runs before the layer is called."""
    if layer.method("add_loss") is not None or _is_functional(layer):
        return
    running = reached_by_call(layer)
    yield from _built_twice(layer, running)
    owned = {method.node for method in own_methods(layer)}
    for method in set_up_methods(layer):
        if method.node in running or method.node not in owned:
            continue
        for node in method.own_nodes(cst.Call):
            if not (_adds_loss(node, method) or _adds_to_part(node, method, layer)):
                continue
            loss = bind(node, ("losses",)).get("losses")
            kind = _kind(loss, place_of(layer, method)) if loss is not None else None
            if kind is None:
                continue
            yield Finding(
                node,
                "default" if kind == "tensor" else "function",
                {"method": method.name},
                module=method.module,
                generations=None if kind == "tensor" else frozenset({3}),
            )


def _built_twice(layer: LayerClass, running: set[cst.CSTNode]) -> Iterator[Finding]:
    """A `build` of a model that runs the base's, which runs `call` in a graph of its own."""
    build = layer.methods.get("build")
    if build is None or layer.kind != "model" or layer.keras_bases != ("Model",):
        return
    above = layer.method_after(layer, "build")
    if not layer.complete or (above is not None and not is_root(above.owner)):
        return
    adding = (
        node
        for method in layer.effective_methods()
        if method.node in running
        for node in method.own_nodes(cst.Call)
        if _adds_loss(node, method) and _is_tensor(node, place_of(layer, method))
    )
    for node in build.own_nodes(cst.Call):
        match node.func:
            case cst.Attribute(value=owner, attr=cst.Name("build")) if is_super_call(owner):
                if innermost(node, cst.If, cst.Try, inside=build.node.body) is None and any(
                    True for _ in adding
                ):
                    yield Finding(node, "graph", generations=frozenset({2}))
                    return


def _is_tensor(call: cst.Call, place: Place) -> bool:
    loss = bind(call, ("losses",)).get("losses")
    return loss is not None and _kind(loss, place) == "tensor"


def _adds_loss(call: cst.Call, method: Method) -> bool:
    if self_attribute(call.func, method.self_name) == "add_loss":
        return not _is_deferred(call, method)
    return (
        isinstance(call.func, cst.Attribute)
        and call.func.attr.value == "add_loss"
        and is_super_call(call.func.value)
    )


def _adds_to_part(call: cst.Call, method: Method, layer: LayerClass) -> bool:
    """Whether the loss is given to a layer that this one holds: `self.layer.add_loss(...)`."""
    match call.func:
        case cst.Attribute(value=held, attr=cst.Name("add_loss")):
            name = self_attribute(held, method.self_name)
            wrapped = name == "layer" and "layers.Wrapper" in layer.keras_bases
            return (wrapped or name in layer.sublayers) and not _is_deferred(call, method)
    return False


def _is_deferred(call: cst.Call, method: Method) -> bool:
    """Whether the call stands in a function inside the method, which runs some other time."""
    return innermost(call, cst.Lambda, cst.FunctionDef, inside=method.node) is not None


def _kind(loss: cst.BaseExpression, place: Place, depth: int = 0) -> str | None:
    """Whether the loss is a `"tensor"` or a `"function"` that gives one; None where unknown."""
    match loss:
        case cst.Lambda():
            return "function"
        case cst.List(elements=[first, *_]) | cst.Tuple(elements=[first, *_]):
            return _kind(first.value, place, depth)
        case cst.ListComp(elt=element):
            return _kind(element, place, depth)
        case cst.BinaryOperation() | cst.UnaryOperation():
            return "tensor"
        case cst.Attribute():
            name = self_attribute(loss, place.method.self_name if place.method else "self")
            if name is not None and place.layer.method(name) is not None:
                return "function"
        case cst.Name(value=name):
            values = [value for value, _ in local_values(name, place)]
            kinds = {_kind(value, place, depth + 1) for value in values} if depth < 3 else set()
            if len(kinds) == 1:
                return kinds.pop()
            return "function" if not values and _is_function(name, place) else None
        case cst.Call():
            return _of_call(loss, place, depth)
    return None


def _of_call(call: cst.Call, place: Place, depth: int) -> str | None:
    resolved = place.module.resolve(call.func)
    if resolved == "functools.partial":
        return "function"
    helper = self_attribute(call.func, place.method.self_name if place.method else "self")
    method = place.layer.method(helper) if helper is not None else None
    if method is not None and depth < 3:
        inner = place_of(place.layer, method)
        kinds = {_kind(value, inner, depth + 1) for value in returned(method.node)}
        return kinds.pop() if len(kinds) == 1 else None
    if resolved is not None and place.layer.project.function(resolved, place.module.path):
        return None
    return "tensor"


def _is_function(name: str, place: Place) -> bool:
    """Whether a function of the method, or of the module, has the name."""
    if place.function is not None and any(
        node.name.value == name for node in walk_kinds(place.function.body, cst.FunctionDef)
    ):
        return True
    return name in place.module.function_defs


def _is_functional(layer: LayerClass) -> bool:
    """Whether the constructor puts a functional graph together, whose losses stay."""
    for base in layer.mro:
        constructor = base.methods.get("__init__")
        if constructor is None:
            continue
        if any(base.module.keras(node.func) in _INPUTS for node in constructor.own_nodes(cst.Call)):
            return True
    return is_functional(layer)
