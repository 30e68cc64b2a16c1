"""The methods that set a layer up before it is called, and their locals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.origins import local_values, place_of, returned
from layerlint.queries.own_code import reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, parts_bound, self_attribute
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.model.attributes import Attribute, Binding
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.origins import Place

_ROOTS = ("__init__", "build")


def run_before_call(layer: LayerClass) -> set[cst.FunctionDef]:
    """The functions that set the layer up and that `call` does not run."""
    return {method.node for method in set_up_methods(layer)} - reached_by_call(layer)


def set_up_methods(layer: LayerClass) -> list[Method]:
    """`__init__` and `build`, those of bases that they go on to, and the methods that they run."""
    found: dict[cst.CSTNode, Method] = {}
    waiting = [method for name in _ROOTS if (method := layer.method(name)) is not None]
    while waiting:
        method = waiting.pop(0)
        if method.node in found:
            continue
        found[method.node] = method
        for node in method.own_nodes(cst.Call):
            if not isinstance(node.func, cst.Attribute):
                continue
            name = node.func.attr.value
            target = None
            if self_attribute(node.func, method.self_name) is not None:
                target = layer.method(name) if name != "call" else None
            elif is_super_call(node.func.value):
                target = layer.method_after(method.owner, name)
            if target is not None:
                waiting.append(target)
    return list(found.values())


def values_of_local(name: str, place: Place) -> list[cst.BaseExpression]:
    """The values that a local is given, a call that it is unpacked from included."""
    found = [value for value, _ in local_values(name, place)]
    if place.function is not None:
        found += place.module.facts(place.function, _unpacked_values).get(name, ())
    return found


def _unpacked_values(function: cst.FunctionDef) -> dict[str, list[cst.BaseExpression]]:
    """What names get of a call that is unpacked, or of as many values: `a, b = f(x), f(y)`."""
    found: dict[str, list[cst.BaseExpression]] = {}
    for node in walk_same_function(function.body, cst.Assign):
        whole = node.value if isinstance(node.value, cst.Call) else None
        for target in node.targets:
            for part, own in parts_bound(target.target, node.value):
                value = own or whole
                if isinstance(part, cst.Name) and part is not target.target and value is not None:
                    found.setdefault(part.value, []).append(value)
    return found


def given_by(binding: Binding, layer: LayerClass) -> tuple[cst.BaseExpression, Place] | None:
    """The value that an attribute is given and where it stands, unpacked from a method's tuple."""
    if binding.method is None:
        return None
    if binding.value is not None:
        return binding.value, place_of(layer, binding.method)
    match binding.statement:
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[target], value=cst.Call() as call)]):
            pass
        case cst.Assign(targets=[target], value=cst.Call() as call):
            pass
        case _:
            return None
    name = self_attribute(call.func, binding.method.self_name)
    method = layer.method(name) if name is not None else None
    values = returned(method.node) if method is not None else []
    if method is None or len(values) != 1:
        return None
    match target.target, values[0]:
        case cst.Tuple(elements=names), cst.Tuple(elements=parts) if len(names) == len(parts):
            for each, part in zip(names, parts, strict=True):
                if self_attribute(each.value, binding.method.self_name) == binding.attribute:
                    return part.value, place_of(layer, method)
    return None


def set_up_only(attribute: Attribute, before: set[cst.FunctionDef]) -> bool:
    """Whether only methods that run before `call` bind the attribute."""
    return bool(attribute.bindings) and all(
        binding.method is not None and binding.method.node in before
        for binding in attribute.bindings
        if binding.kind != "class"
    )
