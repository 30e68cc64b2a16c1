"""Arrays that are drawn at random while a layer is set up, from no seed that is written down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from layerlint.checks.state._set_up_methods import values_of_local
from layerlint.facts.generators import random_generator
from layerlint.facts.initializers import draws, named_draws
from layerlint.facts.numpy import SEQUENCE_DRAWS, SIZES_AFTER
from layerlint.facts.random import RandomFunction, random_function
from layerlint.facts.tensors import tensor_function
from layerlint.model.origins import Place, local_values, place_of, returned
from layerlint.queries.called_functions import function_called
from layerlint.queries.seeds import seed_of
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    bind,
    dotted,
    keyword,
    literal,
    positional,
    self_attribute,
)
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_DEPTH = 5
_SEEDED = re.compile(r"\b(set_seed|set_random_seed|random\.seed)\(")
_METHODS = frozenset({"astype", "reshape", "transpose", "copy", "T", "numpy"})
_ARRAYS = frozenset({"elementwise", "reduction", "layout", "binary", "join", "where", "cast"})


def drawn(value: cst.BaseExpression, place: Place, depth: int = 0) -> bool:
    """Whether `value` is an array or tensor with numbers drawn from an unseeded generator."""
    if depth > _DEPTH:
        return False
    match value:
        case cst.Call():
            return _call(value, place, depth)
        case cst.Name(value=name):
            key = (_local, name, place, depth)
            return place.module.remembered(key, lambda: _local(value, place, depth))
        case cst.BinaryOperation(left=left, right=right):
            return drawn(left, place, depth) or drawn(right, place, depth)
        case cst.UnaryOperation(expression=inner) | cst.Attribute(value=inner):
            return drawn(inner, place, depth + 1)
        case cst.Comparison(left=left):
            return drawn(left, place, depth)
        case cst.IfExp(body=body, orelse=orelse):
            return drawn(body, place, depth) and drawn(orelse, place, depth)
        case cst.Subscript(value=owner):
            return drawn(owner, place, depth)
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            return any(drawn(element.value, place, depth) for element in elements)
        case cst.ListComp(elt=element):
            return drawn(element, place, depth)
    return False


def _local(name: cst.Name, place: Place, depth: int) -> bool:
    """The same of a local; asked once, as names that are bound anew lead to each other."""
    found = values_of_local(name.value, place)
    return any(drawn(each, place, depth + 1) for each in found) or shuffled(name, place)


@lru_cache(maxsize=64)
def seeds_globally(text: str) -> bool:
    """Whether a file seeds a generator anywhere; it is asked for every value that it keeps."""
    return _SEEDED.search(text) is not None


def shuffled(holder: cst.CSTNode, place: Place) -> bool:
    """Whether the method shuffles the array that `holder` (a local, an attribute) names."""
    name = dotted(holder)
    if name is None or place.function is None or seeds_globally(place.module.text):
        return False
    return any(
        dotted(call.args[0].value) == name
        and any(node is call for node in walk_same_function(place.function.body))
        for call in place.module.once(_shuffles)
    )


def _shuffles(module: Module) -> tuple[cst.Call, ...]:
    """The calls of the file that shuffle their first argument in place."""
    found = []
    for call in walk_kinds(module.tree, cst.Call):
        known = random_function(module.resolve(call.func)) if call.args else None
        if known is not None and known.at_trace and known.name.endswith(".shuffle"):
            found.append(call)
    return tuple(found)


def _call(call: cst.Call, place: Place, depth: int) -> bool:
    resolved = place.module.resolve(call.func)
    known = random_function(resolved)
    if known is not None:
        return not known.training_only and not known.stateless and _draws(call, known, place)
    if isinstance(call.func, cst.Attribute) and resolved is None:
        return _method(call, call.func, place, depth)
    if _is_initializer(call.func, place):
        return not _is_scalar_shape(call)
    own = function_called(call, place.module)
    if own is not None:
        inner = Place(place.layer, place.module, own, None)
        return any(drawn(value, inner, depth + 1) for value in returned(own))
    if _goes_on(resolved):
        return any(drawn(argument.value, place, depth + 1) for argument in call.args)
    return False


def _draws(call: cst.Call, known: RandomFunction, place: Place) -> bool:
    """Whether the function draws an array, and nobody has seeded it."""
    if seed_of(call, known) is not None:
        return False
    if place.function is not None and seeds_globally(place.module.text):
        return False
    name = known.name.rpartition(".")[2]
    if known.name.startswith("random."):
        return name in SEQUENCE_DRAWS
    if not known.name.startswith("numpy."):
        return not _is_scalar_shape(call) or name == "shuffle"
    return _is_array(call, name)


def _is_array(call: cst.Call, name: str) -> bool:
    """Whether a function of NumPy is told to draw more than one number."""
    if keyword(call, "size") is not None:
        return not _is_scalar_shape(call, "size")
    if name in SIZES_AFTER:
        return len(positional(call)) > SIZES_AFTER[name]
    limit = 1 if name in ("random", "random_sample", "standard_normal", "ranf", "sample") else 3
    return len(positional(call)) >= limit


def _is_scalar_shape(call: cst.Call, name: str = "shape") -> bool:
    given = bind(call, (name,)).get(name)
    if given is None:
        return True
    shape = literal(given)
    return shape in ((), []) or (name == "shape" and shape is None)


def _method(call: cst.Call, function: cst.Attribute, place: Place, depth: int) -> bool:
    """A method of a generator that draws, of an array, or of the layer."""
    helper = self_attribute(function, place.method.self_name if place.method else "self")
    method = place.layer.method(helper) if helper is not None else None
    if method is not None:
        inner = place_of(place.layer, method)
        return any(drawn(value, inner, depth + 1) for value in returned(method.node))
    if helper is not None and _is_initializer(function, place):
        return not _is_scalar_shape(call)
    name = function.attr.value
    if name in _METHODS:
        return drawn(function.value, place, depth + 1)
    makers = [function.value]
    if isinstance(function.value, cst.Name):
        makers = [value for value, _ in local_values(function.value.value, place)]
    for maker in makers:
        if not isinstance(maker, cst.Call):
            continue
        kind = random_generator(place.module.resolve(maker.func))
        if kind is None or name not in kind.draws or maker.args or "keras" in kind.name:
            continue
        if not kind.name.startswith("numpy."):
            continue
        return _is_array(call, name)
    return False


def _is_initializer(function: cst.BaseExpression, place: Place) -> bool:
    """Whether the callee is an initializer that was made here, without a seed."""
    for value, where in _initializers(function, place):
        if not isinstance(value, cst.Call):
            continue
        resolved = where.module.resolve(value.func) or ""
        name = where.module.keras(value.func) or where.module.tf(value.func) or ""
        if name == "initializers.get" and value.args:
            return named_draws(_default(value.args[0].value, where))
        if draws(name) or re.search(r"random_(normal|uniform)_initializer\Z", resolved):
            return keyword(value, "seed") is None
    return False


def _initializers(
    function: cst.BaseExpression, place: Place
) -> Iterator[tuple[cst.BaseExpression, Place]]:
    """What is called: itself, or what the local or attribute is given, which is one thing."""
    attribute = self_attribute(function, place.method.self_name if place.method else "self")
    bindings = place.layer.attributes[attribute or ""].bindings
    if isinstance(function, cst.Name):
        yield from ((value, place) for value, _ in local_values(function.value, place))
    elif attribute is None:
        yield function, place
    elif len(bindings) == 1:
        binding = bindings[0]
        if binding.value is not None and binding.method is not None:
            yield binding.value, place_of(place.layer, binding.method)


def _default(value: cst.BaseExpression, place: Place) -> object:
    """The constant that is given, also as the default of a parameter."""
    if isinstance(value, cst.Name) and place.method is not None:
        parameter = place.method.parameter(value.value)
        if parameter is not None:
            return literal(parameter.default)
    return literal(value)


def _goes_on(resolved: str | None) -> bool:
    """Whether the function makes another array of the one that it gets."""
    if resolved is None:
        return False
    known = tensor_function(resolved)
    if known is not None and known.role in _ARRAYS:
        return True
    last = resolved.rpartition(".")[2]
    if resolved.startswith(("numpy.", "tensorflow.linalg.", "scipy.")):
        return last not in ("zeros_like", "ones_like", "shape", "size")
    return last in ("constant", "convert_to_tensor", "qr")
