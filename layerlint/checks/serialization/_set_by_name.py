"""Whether a layer's attributes are set under names that the code does not spell out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from layerlint.model.methods import parameters_of
from layerlint.project.headers import BUILTINS
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, last_part
from layerlint.syntax.walk import walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_ASKED = frozenset({"__getattr__", "__getattribute__", "__setattr__"})
_SETTERS = frozenset({"setattr", "__dict__", "vars", "__setattr__"})
# What stands in one of these sets nothing that the project reads.
_HOMES = frozenset({"builtins", "keras", "numpy", "tensorflow", "tf_keras", "weakref"})


def sets_by_name(layer: LayerClass) -> bool:
    """Whether attributes may come from elsewhere: `setattr`, `__getattr__`, `self.__dict__`.

    In the class, or in a function that is given the layer: `keep(self, locals())`.
    """
    return layer.facts(_sets_by_name)


def _sets_by_name(layer: LayerClass) -> bool:
    given: list[_Given] = []
    bases = frozenset(each.name for each in layer.mro)
    for method in (method for each in layer.mro for method in each.methods.values()):
        if method.name in _ASKED or _names_setter(method.node):
            return True
        given += _calls(method.module, method.node, method.self_name, bases)
    if any("dataclass" in layer.module.source(each.decorator) for each in layer.node.decorators):
        return True
    seen: set[tuple[cst.CSTNode, int | str]] = set()
    while given:
        call = given.pop()
        name = call.module.resolve(call.function)
        if name is not None and name.partition(".")[0] in _HOMES:
            continue
        found = call.module.project.function(name, call.module.path) if name is not None else None
        if found is None:
            return True
        module, function = found
        if (function, call.place) not in seen:
            seen.add((function, call.place))
            owner = _parameter(function, call.place)
            if _names_setter(function) or _assigns(function, owner):
                return True
            given += _calls(module, function, owner, bases)
    return False


class _Given(NamedTuple):
    """A function that is given the layer, and where among its arguments."""

    module: Module
    function: cst.BaseExpression
    place: int | str


def _calls(
    module: Module, function: cst.FunctionDef, owner: str, bases: frozenset[str]
) -> Iterator[_Given]:
    """What a function calls with the layer, which it calls `owner`."""
    for call in walk_same_class(function, cst.Call) if owner else ():
        for index, argument in enumerate(call.args):
            given = is_name(argument.value, owner) and not argument.star
            if given and not _sets_nothing_else(call, module, bases):
                name = argument.keyword.value if argument.keyword is not None else index
                yield _Given(module, call.func, name)


def _sets_nothing_else(call: cst.Call, module: Module, bases: frozenset[str]) -> bool:
    """Whether it is `isinstance(self, X)` or the like, or a method of a base, which is known."""
    if isinstance(call.func, cst.Name):
        return call.func.value in BUILTINS and module.resolve(call.func) is None
    if not isinstance(call.func, cst.Attribute):
        return False
    name = module.resolve(call.func.value) or ""
    return last_part(name) in bases or module.find_layer(call.func.value) is not None


def _parameter(function: cst.FunctionDef, place: int | str) -> str:
    if isinstance(place, str):
        return place
    names = [each.name for each in parameters_of(function.params)]
    return names[place] if place < len(names) else ""


def _names_setter(function: cst.FunctionDef) -> bool:
    return any(node.value in _SETTERS for node in walk_same_class(function, cst.Name))


def _assigns(function: cst.FunctionDef, owner: str) -> bool:
    targets = (each.target for each in walk_same_class(function, cst.AssignTarget))
    return any(
        is_name(target, owner)
        or (isinstance(target, cst.Attribute) and is_name(target.value, owner))
        for target in targets
    )
