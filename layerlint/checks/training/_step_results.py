"""What a step of a model returns: the names that `fit` reports, each with its value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.model.origins import Place, local_values
from layerlint.queries.called_functions import arguments, called
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

Entry = tuple[object, cst.BaseExpression]
# A dictionary is handed on to so many functions, one from the other.
_DEPTH = 2


def entries(value: cst.BaseExpression | None, place: Place) -> list[Entry] | None:
    """The keys and values of what is returned, None where some cannot be read."""
    match value:
        case cst.Name(value=name):
            given = local_values(name, place)
            if not given or isinstance(given[0][0], cst.Name) or given[0][1] is not None:
                return None
            found, filled = entries(given[0][0], place), _filled(name, place, _DEPTH)
            if found is None or filled is None:
                return None
            seen = len(list(_stored(name, place))) == len(given) - 1
            return [*found, *filled] if seen else None
        case cst.Dict(elements=elements):
            pairs = [each for each in elements if isinstance(each, cst.DictElement)]
            whole = len(pairs) == len(elements)
            return [(literal(each.key), each.value) for each in pairs] if whole else None
        case cst.Call(args=args) if place.module.resolve(value.func) == "builtins.dict":
            named = [(each.keyword.value, each.value) for each in args if each.keyword]
            return [*named] if len(named) == len(args) else None
    return None


def _filled(name: str, place: Place, depth: int) -> list[Entry] | None:
    """What a function puts into a dictionary, itself or in functions that it hands it to.

    None where something else is done to it, that may put in more.
    """
    assert place.function is not None
    found, module = list(_stored(name, place)), place.module
    for node in walk_kinds(place.function.body, cst.Name):
        if node.value != name:
            continue
        match module.parent(node):
            case cst.AssignTarget() | cst.Return():
                continue
            case cst.Subscript(value=holder) if holder is node:
                continue
            case cst.Arg(value=given) as argument if given is node and depth:
                call = module.parent(argument)
                inner = _handed(call, node, place) if isinstance(call, cst.Call) else None
                more = _filled(*inner, depth - 1) if inner is not None else None
                if more is not None:
                    found += more
                    continue
        return None
    return found


def _handed(call: cst.Call, node: cst.Name, place: Place) -> tuple[str, Place] | None:
    """The function that is given a name, and what that is called there."""
    function = called(call, place.module)
    if function is None:
        return None
    inner = Place(place.layer, place.module, function, place.method)
    given = arguments(call, function, place.module)
    names = [parameter for parameter, value in given.items() if value is node]
    kept = len(names) == 1 and not _is_rebound(names[0], function, place.module)
    return (names[0], inner) if kept else None


def _is_rebound(name: str, function: cst.FunctionDef, module: Module) -> bool:
    return any(
        each.value == name and isinstance(module.parent(each), cst.AssignTarget)
        for each in walk_kinds(function.body, cst.Name)
    )


def _stored(name: str, place: Place) -> Iterator[Entry]:
    """What a function puts into a dictionary, one value at a time: `logs["loss"] = loss`."""
    assert place.function is not None
    for node in walk_same_function(place.function.body, cst.Assign):
        for each in node.targets:
            match each.target:
                case cst.Subscript(
                    value=holder, slice=[cst.SubscriptElement(slice=cst.Index(value=key))]
                ) if is_name(holder, name):
                    yield literal(key), node.value
