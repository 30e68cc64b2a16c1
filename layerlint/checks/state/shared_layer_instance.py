"""LL217: one layer instance stands where several were meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.state._default_layers import defaults_of_functions
from layerlint.checks.state._layers_with_weights import made_in
from layerlint.checks.state._widths import called_on_two_widths
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.origins import Place, place_of
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Text
from layerlint.queries.own_code import own_methods
from layerlint.queries.traced_code import in_project, short
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

_FROMKEYS = frozenset({"builtins.dict.fromkeys", "collections.OrderedDict.fromkeys"})


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), AllOf(Text("keras"), Text("layers"))))
def shared_layer_instance(layer: LayerClass | Module) -> Iterator[Finding]:
    """Report layers that are repeated, made in the class body, or the default of a parameter."""
    if isinstance(layer, Module):
        yield from defaults_of_functions(layer)
        return
    yield from _of_the_class(layer)
    yield from _on_two_widths(layer)
    for method in own_methods(layer):
        yield from _repeated(layer, method)
        if method.name == "__init__":
            yield from _defaults(layer, method)


def _on_two_widths(layer: LayerClass) -> Iterator[Finding]:
    """One layer in two places of `call` that need one each, since their widths differ."""
    call = layer.methods.get("call")
    for found in called_on_two_widths(layer, call) if call is not None else ():
        first, second = found.first.text, found.second.text
        fields = {"attribute": f"self.{found.attribute}", "first": first, "second": second}
        yield Finding(found.call, "widths", fields, module=layer.module)


def _repeated(layer: LayerClass, method: Method) -> Iterator[Finding]:
    """`[Dense(4)] * 3` and its relatives."""
    module = method.module
    place = place_of(layer, method)
    for node in method.own_nodes(cst.BinaryOperation, cst.Call):
        match node:
            case cst.BinaryOperation(operator=cst.Multiply(), left=left, right=right):
                display, times = (left, right) if _is_display(left) else (right, left)
                held = _once(display, place) if _is_display(display) else None
                if held is not None and not _at_most_one(times):
                    yield _finding(module, node, held, _comprehension(module, node, display, times))
            case cst.Call(func=function, args=[keys, value]) if (
                module.resolve(function) in _FROMKEYS
                and keys.keyword is None
                and value.keyword is None
            ):
                held = made_in(value.value, place)
                if held is not None:
                    yield _finding(module, node, held, None)
            case cst.Call(func=function, args=[value, *_]) if (
                module.resolve(function) == "itertools.repeat"
            ):
                held = made_in(value.value, place)
                if held is not None:
                    yield _finding(module, node, held, None)


def _finding(module: Module, node: cst.CSTNode, held: Sublayer, fix: Fix | None) -> Finding:
    fields = {"source": short(module, node, 60), "kind": held.label}
    return Finding(node, fields=fields, fix=fix, module=module)


def _is_display(node: cst.CSTNode) -> bool:
    return isinstance(node, (cst.List, cst.Tuple)) and bool(node.elements)


def _once(display: cst.CSTNode, place: Place) -> Sublayer | None:
    """A layer with weights that the display itself makes; one that has a name is shared by will."""
    assert isinstance(display, (cst.List, cst.Tuple))
    for element in display.elements:
        value: cst.CSTNode = element.value
        found = _once(value, place) if _is_display(value) else made_in(element.value, place)
        if found is not None:
            return found
    return None


def _at_most_one(times: cst.BaseExpression) -> bool:
    number = literal(times)
    return isinstance(number, int) and number < 2


def _comprehension(
    module: Module, node: cst.BinaryOperation, display: cst.CSTNode, times: cst.BaseExpression
) -> Fix | None:
    if not isinstance(display, cst.List) or len(display.elements) != 1:
        return None
    element = display.elements[0]
    if isinstance(element, cst.StarredElement):
        return None
    source = module.source(element.value)
    text = f"[{source} for _ in range({module.source(times)})]"
    return Fix("Make a layer for each place", tuple(replace(module, node, text)), "unsafe")


def _of_the_class(layer: LayerClass) -> Iterator[Finding]:
    """Layers that the class body makes."""
    for base in layer.mro:
        if base is not layer and (base.kind != "mixin" or not in_project(base.module)):
            continue
        scope = Place(layer, base.module, None, None)
        for binding in base.class_bindings:
            held = _in(binding.value, scope)
            if held is not None and not _is_assigned(layer, binding.attribute):
                fields = {"attribute": binding.attribute, "kind": held.label}
                place = binding.value or binding.node
                yield Finding(place, "class", fields, module=base.module)
            elif _is_filled(layer, binding) and not _is_assigned(layer, binding.attribute):
                yield Finding(binding.node, "filled", {"attribute": binding.attribute})


def _is_filled(layer: LayerClass, binding: Binding) -> bool:
    """Whether the class body makes an empty list, to which the constructor adds layers."""
    constructor = layer.methods.get("__init__")
    if constructor is None or not isinstance(binding.value, cst.List) or binding.value.elements:
        return False
    return any(
        _adds_to(node, binding.attribute, constructor)
        and made_in(node.args[0].value, place_of(layer, constructor)) is not None
        for node in constructor.own_nodes(cst.Call)
    )


def _adds_to(call: cst.Call, attribute: str, method: Method) -> bool:
    """`self.blocks.append(...)`."""
    match call:
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("append")), args=[_]):
            return self_attribute(owner, method.self_name) == attribute
    return False


def _is_assigned(layer: LayerClass, attribute: str) -> bool:
    return any(
        binding.method is not None and not binding.container_index
        for binding in layer.attributes[attribute].bindings
    )


def _defaults(layer: LayerClass, method: Method) -> Iterator[Finding]:
    """Layers that are the default of a parameter which the instance keeps."""
    place = Place(layer, method.module, None, None)
    for parameter in method.parameters:
        held = _in(parameter.default, place)
        if held is None or not _is_kept(method, parameter.name):
            continue
        yield Finding(
            parameter.default or parameter.node,
            "parameter",
            {"attribute": parameter.name, "kind": held.label},
            module=method.module,
        )


def _is_kept(method: Method, name: str) -> bool:
    """Whether the argument itself, no copy of it, becomes an attribute."""
    bound = any(is_name(node.target, name) for node in method.own_nodes(cst.AssignTarget))
    kept = any(_may_be(binding.value, name) for binding in method.uses[0])
    return kept and not bound


def _may_be(value: cst.BaseExpression | None, name: str) -> bool:
    match value:
        case cst.Name():
            return value.value == name
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            return any(_may_be(element.value, name) for element in elements)
        case cst.BooleanOperation(left=left, right=right):
            return _may_be(left, name) or _may_be(right, name)
        case cst.IfExp(body=body, orelse=orelse):
            return _may_be(body, name) or _may_be(orelse, name)
    return False


def _in(value: cst.BaseExpression | None, place: Place) -> Sublayer | None:
    """A layer with weights that an expression makes, by itself or in a display."""
    values: Sequence[cst.BaseExpression | None] = [value]
    match value:
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            values = [element.value for element in elements]
        case cst.Dict(elements=items):
            values = [item.value for item in items]
        case cst.ListComp(elt=elt):
            values = [elt]
    found = (made_in(part, place) for part in values if part is not None)
    return next((held for held in found if held is not None), None)
