"""Which calls made the object that an expression stands for.

`self.kernel = self._make("kernel")` owns whatever `_make` returns; a list built in a loop owns
what was appended to it. This follows such paths inside a class and the project's own functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, parts_made, self_attribute
from layerlint.syntax.walk import walk_same_class, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

LocalValues = dict[str, list[tuple[cst.BaseExpression, str | None]]]
_MAX_DEPTH = 4
_CONTAINER_CALLS = {"builtins.list": "list", "builtins.tuple": "tuple", "builtins.dict": "dict"}
_ADDERS = {"append": 0, "add": 0, "extend": 0, "insert": 1, "appendleft": 0, "update": 0}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the function whose locals it sees."""

    layer: LayerClass
    module: Module
    function: cst.FunctionDef | None
    method: Method | None


@dataclass(frozen=True, slots=True)
class Origin:
    """A call that may have made the object; `container` tells what it was put into, if anything."""

    call: cst.Call
    place: Place
    container: str | None = None


def place_of(layer: LayerClass, method: Method) -> Place:
    """The place of expressions of `method`, seen from an instance of `layer`."""
    return Place(layer, method.module, method.node, method)


def origins(expression: cst.BaseExpression, place: Place, depth: int = 0) -> Iterator[Origin]:
    """The calls whose result `expression` may be, or may contain."""
    if depth > _MAX_DEPTH:
        return
    match expression:
        case cst.Call():
            yield from _call(expression, place, depth)
        case cst.Name(value=name):
            for value, container in local_values(name, place):
                for origin in origins(value, place, depth + 1):
                    yield replace(origin, container=container or origin.container)
        case cst.IfExp(body=body, orelse=orelse):
            yield from origins(body, place, depth)
            yield from origins(orelse, place, depth)
        case cst.BooleanOperation(left=left, right=right):
            yield from origins(left, place, depth)
            yield from origins(right, place, depth)
        case cst.NamedExpr(value=value):
            yield from origins(value, place, depth)
        case (
            cst.List(elements=elements) | cst.Tuple(elements=elements) | cst.Set(elements=elements)
        ):
            for element in elements:
                yield from _inside(element.value, place, depth, type(expression).__name__.lower())
        case cst.Dict(elements=elements):
            for item in elements:
                yield from _inside(item.value, place, depth, "dict")
        case cst.ListComp(elt=elt) | cst.GeneratorExp(elt=elt):
            yield from _inside(elt, place, depth, "list")
        case cst.SetComp(elt=elt):
            yield from _inside(elt, place, depth, "set")
        case cst.DictComp(value=value):
            yield from _inside(value, place, depth, "dict")
        case cst.BinaryOperation(left=left, right=right):
            for side in (left, right):
                if isinstance(side, (cst.List, cst.Tuple, cst.ListComp)):
                    yield from origins(side, place, depth)


def local_values(name: str, place: Place) -> Sequence[tuple[cst.BaseExpression, str | None]]:
    """The values that a local of the place's function is given, or that are put into it."""
    if place.function is None:
        return ()
    return place.module.facts(place.function, _local_values).get(name, ())


def _local_values(function: cst.FunctionDef) -> LocalValues:
    found: LocalValues = {}

    def add(name: str, value: cst.BaseExpression | None, container: str | None) -> None:
        if value is not None:
            found.setdefault(name, []).append((value, container))

    for node in walk_same_class(
        function.body, cst.Assign, cst.AnnAssign, cst.NamedExpr, cst.AugAssign, cst.Call
    ):
        match node:
            case cst.Assign(targets=targets, value=value):
                for each in targets:
                    for target, given in parts_made(each.target, value):
                        match target:
                            case cst.Name(value=name):
                                add(name, given, None)
                            case cst.Subscript(value=cst.Name(value=name)):
                                add(name, given, "dict")
            case cst.AnnAssign(target=cst.Name(value=name), value=value):
                add(name, value, None)
            case cst.NamedExpr(target=cst.Name(value=name), value=value):
                add(name, value, None)
            case cst.AugAssign(target=cst.Name(value=name), value=value):
                add(name, value, "list")
            case cst.Call(
                func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value=verb))
            ) if verb in _ADDERS:
                for argument in node.args[_ADDERS[verb] :]:
                    add(name, argument.value, "list")
    return found


def added_to_attributes(method: Method) -> Iterator[tuple[str, cst.BaseExpression]]:
    """What a method puts into containers it owns: `self.x.append(v)`, `setattr(self, "x", v)`."""
    for node in method.own_nodes(cst.Call):
        match node.func:
            case cst.Attribute(value=owner, attr=cst.Name(value=verb)) if verb in _ADDERS:
                attribute = self_attribute(owner, method.self_name)
                if attribute is not None:
                    for argument in node.args[_ADDERS[verb] :]:
                        yield attribute, argument.value
            case cst.Name(value="setattr") if len(node.args) == 3:
                target, key, value = (argument.value for argument in node.args)
                if is_name(target, method.self_name):
                    yield _attribute_key(key, method.module), value


def returned(function: cst.FunctionDef) -> list[cst.BaseExpression]:
    """The expressions that a function returns."""
    return [
        node.value for node in walk_same_function(function, cst.Return) if node.value is not None
    ]


def only_result(function: cst.FunctionDef | cst.Lambda) -> cst.BaseExpression | None:
    """What a function gives that has one `return` and no other."""
    found = list(walk_same_function(function.body, cst.Return))
    return found[0].value if len(found) == 1 else None


def _attribute_key(key: cst.BaseExpression, module: Module) -> str:
    """The attribute that `setattr` sets; one that is computed is named by its expression."""
    if isinstance(key, cst.SimpleString):
        value = key.evaluated_value
        return value if isinstance(value, str) else key.value
    return f"<{module.source(key)}>"


def _inside(
    value: cst.BaseExpression, place: Place, depth: int, container: str
) -> Iterator[Origin]:
    for origin in origins(value, place, depth + 1):
        yield replace(origin, container=container)


def _call(call: cst.Call, place: Place, depth: int) -> Iterator[Origin]:
    yield Origin(call, place)
    name = place.module.resolve(call.func)
    if name in _CONTAINER_CALLS:
        for argument in call.args:
            yield from _inside(argument.value, place, depth, _CONTAINER_CALLS[name])
        return
    target = callee(call, place)
    if target is not None and target.function is not None:
        for value in target.module.facts(target.function, returned):
            yield from origins(value, target, depth + 1)


def callee(call: cst.Call, place: Place) -> Place | None:
    """The place of the function that a call runs, where it is the class's or the project's own."""
    if isinstance(call.func, cst.Attribute) and place.method is not None:
        helper = call.func.attr.value
        if is_name(call.func.value, place.method.self_name):
            method = place.layer.method(helper)
        elif is_super_call(call.func.value):
            method = place.layer.method_after(place.method.owner, helper)
        else:
            method = None
        if method is not None:
            return place_of(place.layer, method)
    name = place.module.resolve(call.func)
    found = place.layer.project.function(name, place.module.path) if name is not None else None
    return Place(place.layer, *found, None) if found is not None else None
