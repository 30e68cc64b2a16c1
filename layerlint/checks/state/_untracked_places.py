"""Layers that an attribute holds in a place where Keras does not look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.checks.state._layers_with_weights import all_made_in
from layerlint.checks.state._plain_objects import layers_of, plain_class
from layerlint.facts.containers import untracked
from layerlint.model.origins import Place, callee, local_values, returned
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.sublayers import Sublayer

_DEPTH = 3
BOTH = frozenset({2, 3})


@dataclass(frozen=True, slots=True)
class Unseen:
    """A layer that `container` hides; the name is None where a function uses it."""

    sublayer: Sublayer
    container: str | None
    generations: frozenset[int]


def unseen(value: cst.BaseExpression, place: Place, depth: int = 0) -> Iterator[Unseen]:
    """The layers with weights that `value` holds and that Keras does not find in it."""
    if depth > _DEPTH:
        return
    match value:
        case cst.Name(value=name):
            yield from _named(name, place, depth)
        case cst.Set(elements=elements):
            for element in elements:
                yield from _in(("builtins.set",), element.value, place)
        case cst.SetComp(elt=elt):
            yield from _in(("builtins.set",), elt, place)
        case cst.GeneratorExp(elt=elt):
            yield from _in(("types.GeneratorType",), elt, place)
        case cst.Call():
            yield from _call(value, place)
            inside = callee(value, place)
            if inside is not None and inside.function is not None:
                for result in returned(inside.function):
                    yield from unseen(result, inside, depth + 1)
        case cst.Lambda():
            yield from _closure(value, place, BOTH)
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            for element in elements:
                yield from unseen(element.value, place, depth + 1)
        case cst.Dict(elements=items):
            for item in items:
                yield from unseen(item.value, place, depth + 1)
        case cst.ListComp(elt=elt):
            yield from unseen(elt, place, depth + 1)
        case cst.DictComp(value=inner):
            yield from unseen(inner, place, depth + 1)
        case cst.IfExp(body=body, orelse=orelse):
            yield from unseen(body, place, depth + 1)
            yield from unseen(orelse, place, depth + 1)


def container_of(value: cst.BaseExpression, place: Place) -> tuple[str, frozenset[int]] | None:
    """What `value` is and where Keras does not look into it, None for what it does look into."""
    if isinstance(value, cst.Name):
        values = [found for found, put_in in local_values(value.value, place) if put_in is None]
        if len(values) != 1 or isinstance(values[0], cst.Name):
            return None
        value = values[0]
    if not isinstance(value, cst.Call):
        return None
    found = _untracked((place.module.resolve(value.func) or "",))
    if found is None:
        made = plain_class(value, place)
        return None if made is None else (f"`{made.name}` object", BOTH)
    return found


def _untracked(makers: tuple[str, ...]) -> tuple[str, frozenset[int]] | None:
    for maker in makers:
        labels = {generation: untracked(generation, maker) for generation in BOTH}
        found = frozenset(generation for generation, label in labels.items() if label)
        if found:
            return next(label for label in labels.values() if label), found
    return None


def _in(makers: tuple[str, ...], value: cst.BaseExpression, place: Place) -> Iterator[Unseen]:
    found = _untracked(makers)
    if found is not None:
        for sublayer in all_made_in(value, place):
            yield Unseen(sublayer, *found)


def _named(name: str, place: Place, depth: int) -> Iterator[Unseen]:
    values = local_values(name, place)
    makers = [value for value, put_in in values if put_in is None]
    for value in makers:
        yield from unseen(value, place, depth + 1)
    if len(makers) == 1 and (found := container_of(makers[0], place)) is not None:
        for value, put_in in values:
            if put_in is not None:
                for sublayer in all_made_in(value, place):
                    yield Unseen(sublayer, *found)
    function = _nested(name, place)
    if function is not None:
        yield from _closure(function, place, BOTH)


def _nested(name: str, place: Place) -> cst.FunctionDef | None:
    if place.function is None:
        return None
    for node in walk_kinds(place.function.body, cst.FunctionDef):
        if node.name.value == name:
            return node
    return None


def _call(call: cst.Call, place: Place) -> Iterator[Unseen]:
    module = place.module
    maker = module.resolve(call.func) or ""
    for argument in call.args:
        value = argument.value
        if isinstance(value, cst.Lambda) and maker == "builtins.map":
            value = value.body
        yield from _in((maker,), value, place)
    if module.keras(call.func) == "layers.Lambda" and call.args:
        function = call.args[0].value
        if isinstance(function, cst.Name):
            nested = _nested(function.value, place)
            if nested is not None:
                yield from _closure(nested, place, frozenset({3}))
        elif isinstance(function, cst.Lambda):
            yield from _closure(function, place, frozenset({3}))
    made = plain_class(call, place)
    if made is not None:
        for sublayer in layers_of(made, call, place):
            yield Unseen(sublayer, f"`{made.name}` object", BOTH)


def _closure(
    function: cst.FunctionDef | cst.Lambda, place: Place, generations: frozenset[int]
) -> Iterator[Unseen]:
    """The layers of the place's function that a function inside uses."""
    module = place.module
    seen: set[str] = set()
    for node in walk_kinds(function, cst.Name):
        if node.value in seen:
            continue
        if module.scope_of(node, node.value) is not place.function or place.function is None:
            continue
        seen.add(node.value)
        if _is_local(node, module.parent(node)):
            for value, _ in local_values(node.value, place):
                for sublayer in all_made_in(value, place):
                    yield Unseen(sublayer, None, generations)


def _is_local(node: cst.Name, parent: cst.CSTNode | None) -> bool:
    match parent:
        case cst.Attribute(attr=attr):
            return attr is not node
        case cst.Arg(keyword=keyword):
            return keyword is not node
    return True
