"""LL418: something asks a layer for an output shape, and the layer has no answer on Keras 3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members
from layerlint.queries.held_values import held_values, is_asked_about
from layerlint.queries.local_bindings import loop_over
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, self_attribute
from layerlint.syntax.walk import innermost, walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_ASKING = frozenset({"layers.TimeDistributed"})
NEEDS = AnyOf(
    AllOf(HoldsLayer(), Members("compute_output_shape")),
    "TimeDistributed",
)


@check(Module, needs=NEEDS)
def output_shape_missing(module: Module) -> Iterator[Finding]:
    """Report parents that chain the shapes of their children, and wrappers that ask for them."""
    for layer in module.classes:
        for method in layer.methods.values():
            yield from _asked_by(layer, method)
    for node in walk_kinds(module.tree, cst.Call):
        if module.keras(node.func) not in _ASKING or not _meets_symbol(node, module):
            continue
        made = (module.find_layer(held.func) for held in _held(node, module))
        found = next((each for each in made if each is not None and _has_none(each)), None)
        if found is not None:
            yield Finding(node, "wrapped", {"child": found.name, "asker": "TimeDistributed"})


def _meets_symbol(wrapper: cst.Call, module: Module) -> bool:
    """Whether a wrapper is called where it is made, on what is likely a symbolic tensor.

    Within the `call` of others, and in a `Sequential`, nobody needs the shape.
    """
    function, parent = module.function(wrapper), module.parent(wrapper)
    outside = function is None or module.class_of(wrapper) is None
    if function is not None and not outside and function.name.value != "__init__":
        return False
    match parent:
        case cst.Call(func=called):
            return called is wrapper
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            body = function.body if function is not None else module.tree
            return any(is_name(call.func, name) for call in walk_kinds(body, cst.Call))
    return False


def _asked_by(layer: LayerClass, method: Method) -> Iterator[Finding]:
    for node in method.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("compute_output_shape"))):
                name = _attribute(owner, method)
                held = [each for each in layer.all_sublayers if each.attribute == name]
                lacking = next((h.layer for h in held if h.layer and _has_none(h.layer)), None)
                if lacking is not None and innermost(node, cst.Try) is None:
                    yield Finding(
                        node,
                        fields={"child": lacking.name, "asker": f"{layer.name}.{method.name}"},
                        module=method.module,
                    )


def _attribute(owner: cst.BaseExpression, method: Method) -> str | None:
    """The attribute of the layer that is asked, also through the variable of a loop over it."""
    if isinstance(owner, cst.Subscript):
        owner = owner.value
    name = self_attribute(owner, method.self_name)
    if name is not None or not isinstance(owner, cst.Name):
        return name
    loop = loop_over(owner)
    parts = walk(loop.iter) if loop is not None else ()
    found = (self_attribute(part, method.self_name) for part in parts)
    return next((each for each in found if each is not None), None)


def _held(call: cst.Call, module: Module) -> list[cst.Call]:
    """What makes the layer that the wrapper is given: several where it is given one by one."""
    given = bind(call, ("layer",)).get("layer")
    if given is None or is_asked_about(given, call, module):
        return []
    held = [given] if isinstance(given, cst.Call) else held_values(given, module)
    return [each for each in held if isinstance(each, cst.Call)]


def _has_none(layer: LayerClass) -> bool:
    """Whether only the base of Keras could answer, which refuses."""
    return (
        layer.kind == "layer"
        and layer.complete
        and layer.keras_bases == ("layers.Layer",)
        and all(layer.method(name) is None for name in _ANSWERS)
    )


_ANSWERS = ("compute_output_shape", "compute_output_spec")
