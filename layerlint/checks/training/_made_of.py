"""What a value is made of: through names, loops, lists, and functions of the module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from layerlint.facts.gradients import MOVES
from layerlint.model.origins import returned
from layerlint.queries.called_functions import arguments, called, callers, named_parameters
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, literal
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

# A part of a value: its n-th part, or any item of it.
ITEM = "item"
Path = tuple["int | str", ...]
# More callers, or values of a name, than these are not followed.
_MOST = 24
_WHOLE_LISTS = frozenset({"list", "tuple", "reversed", "sorted"})
_BINDERS = (cst.Assign, cst.AnnAssign, cst.AugAssign, cst.For, cst.Call)


class Part(NamedTuple):
    """A value, or the part of it that a path leads to."""

    value: cst.BaseExpression
    path: Path = ()
    # It was put to what the name held before: `total += value`.
    added: bool = False


class _Given(NamedTuple):
    """What a name is given: a part of a value, as one `item` of the name or as all of it."""

    value: cst.BaseExpression
    path: Path
    as_item: bool = False
    added: bool = False


def made_of(part: Part, module: Module) -> list[Part] | None:
    """What a name, a display, a loop or an own function has its value from: one or the other.

    None for any other expression, and where not all that it may be is seen.
    """
    value, path, _ = part
    match value:
        case cst.Name():
            return _of_name(value, path, module)
        case cst.Tuple(elements=elements) | cst.List(elements=elements) if path:
            if any(isinstance(each, cst.StarredElement) for each in elements[:_MOST]):
                return None
            if isinstance(path[0], int):
                inside = -len(elements) <= path[0] < len(elements)
                return [Part(elements[path[0]].value, path[1:])] if inside else None
            return [Part(each.value, path[1:]) for each in elements[:_MOST]]
        case cst.ListComp() | cst.GeneratorExp():
            return _of_comprehension(value, path)
        case cst.IfExp(body=body, orelse=other):
            return [Part(body, path), Part(other, path)]
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=at))]):
            place = literal(at)
            known = isinstance(place, int) and isinstance(value.value, (cst.Name, cst.Call))
            return [Part(value.value, (place, *path))] if known and not path else None
        case cst.Call():
            return _of_call(value, path, module)
    return None


def _of_name(name: cst.Name, path: Path, module: Module) -> list[Part] | None:
    scope = module.scope_of(name, name.value)
    if isinstance(scope, cst.BaseComp):
        parts = dict(_unpacked(scope.for_in.target, scope.for_in.iter, (ITEM,)))
        found = parts.get(name.value)
        return [Part(found.value, (*found.path, *path))] if found is not None else None
    function = scope if isinstance(scope, cst.FunctionDef) else None
    if isinstance(scope, cst.Lambda):
        return None
    given = module.facts(function or module.tree, _given).get(name.value, ())
    result = []
    for each in given:
        if not each.as_item:
            result.append(Part(each.value, (*each.path, *path), each.added))
        elif not path or path[0] == ITEM or isinstance(path[0], int):
            result.append(Part(each.value, (*each.path, *path[1:])))
    if function is not None and name.value in module.facts(function, named_parameters):
        calls = callers(function, module)
        for call in calls[:_MOST]:
            argument = arguments(call, function, module).get(name.value)
            if argument is None:
                return None
            result.append(Part(argument, path))
    return result if 0 < len(result) <= _MOST else None


def _of_comprehension(value: cst.ListComp | cst.GeneratorExp, path: Path) -> list[Part] | None:
    """An item of it; of `[f(x) for x in [a, b]]` the part that is `f(b)`, if `f` keeps it."""
    if not path:
        return [Part(value.elt)]
    loop = value.for_in
    if isinstance(path[0], int) and isinstance(loop.iter, (cst.List, cst.Tuple)):
        inner = value.elt
        while isinstance(inner, cst.Call) and called_name(inner.func) in MOVES and inner.args:
            inner = inner.args[0].value
        target = loop.target
        if isinstance(inner, cst.Name) and isinstance(target, cst.Name):
            return [Part(loop.iter, path)] if inner.value == target.value else None
    return [Part(value.elt, path[1:])]


def _of_call(call: cst.Call, path: Path, module: Module) -> list[Part] | None:
    if called_name(call.func) == "zip" and len(path) > 1 and path[0] == ITEM:
        place = path[1]
        if isinstance(place, int) and place < len(call.args) and not call.args[place].star:
            return [Part(call.args[place].value, (ITEM, *path[2:]))]
        return None
    if called_name(call.func) == "enumerate" and path[:2] == (ITEM, 1) and call.args:
        return [Part(call.args[0].value, (ITEM, *path[2:]))]
    if isinstance(call.func, cst.Name) and call.func.value in _WHOLE_LISTS and call.args:
        return [Part(call.args[0].value, path)]
    function = called(call, module)
    if function is None:
        return None
    given = module.facts(function, returned)
    return [Part(value, path) for value in given] if 0 < len(given) <= _MOST else None


def _given(scope: cst.CSTNode) -> dict[str, list[_Given]]:
    """What each name of a function, or of the top level, is given, and what is put into it."""
    nodes = (
        walk_kinds(scope.body, *_BINDERS)
        if isinstance(scope, cst.FunctionDef)
        else walk_same_function(scope, *_BINDERS)
    )
    found: dict[str, list[_Given]] = {}
    for node in nodes:
        for name, given in _bound(node):
            found.setdefault(name, []).append(given)
    return found


def _bound(node: cst.CSTNode) -> Iterator[tuple[str, _Given]]:
    match node:
        case cst.Assign(targets=targets, value=value):
            for target in targets:
                yield from _unpacked(target.target, value, ())
        case cst.AnnAssign(target=target, value=value) if value is not None:
            yield from _unpacked(target, value, ())
        case cst.AugAssign(target=cst.Name(value=name), value=value):
            yield name, _Given(value, (), added=True)
        case cst.For(target=target, iter=iterated):
            yield from _unpacked(target, iterated, (ITEM,))
        case cst.Call(
            func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("append" | "insert")),
            args=[*_, last],
        ):
            yield name, _Given(last.value, (), as_item=True)


def _unpacked(
    target: cst.BaseExpression, value: cst.BaseExpression, path: Path
) -> Iterator[tuple[str, _Given]]:
    match target:
        case cst.Name(value=name):
            yield name, _Given(value, path)
        case cst.Subscript(value=cst.Name(value=name)):
            yield name, _Given(value, path, as_item=True)
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            for place, element in enumerate(elements):
                yield from _unpacked(element.value, value, (*path, place))
