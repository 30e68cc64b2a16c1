"""Arguments that a constructor only has because a signature asks for them.

A port keeps the order and the names of what it was written after, and a program that makes one of
several classes gives all of them the same arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, values_of
from layerlint.queries.class_uses import is_chosen, never_given
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name
from layerlint.syntax.walk import mentions, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.constructor import Argument
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# Sizes that a layer of another framework has to be told, and that Keras reads off the input.
_SIZE = re.compile(
    r"(in|input|inp|inputs|source|src)_\w+|\w+_(in|input|inputs)"
    r"|num_\w+|n_\w+|\w*(dim|dims|channels|features|feats|size|units|width|length|len)"
    r"|(dim|channels|size)_\w+|planes|inplanes|data_format"
)
_SIZE_OF_INPUT = re.compile(
    r"(in|input|inp|inputs|source|src)_\w+|\w*(dim|dims|channels|feats)|(dim|channels)_in(put)?"
)
_GIVEN_BY_INPUT = re.compile(
    r"(in|input|img|image)_(chans?|channels?|dim|features|feats|size|length|shape|planes"
    r"|resolution)|inplanes|data_format"
)
_SIZE_OF_ENCODER = re.compile(r"enc(oder)?_(\w+_)?(dim|channels|size|features|width|units)")
# How another framework computes, places or compiles what is the same in the end.
_MEANS = frozenset(
    {"inplace", "device", "batch_first", "memory_efficient", "use_checkpoint", "with_cp"}
    | {"gradient_checkpointing", "use_gradient_checkpointing", "grad_checkpointing", "fused_attn"}
    | {"exportable", "scriptable", "track_running_stats", "use_cudnn", "backend"}
)
# So many classes that begin alike have a signature in common.
_SIBLINGS = 3
# Two arguments, behind the layer itself, are not alike in two classes by accident; a default other
# than `None` promises an effect all the same.
_TELLING = 3


def is_of_signature(layer: LayerClass, argument: Argument) -> bool:
    """Whether the argument is there for a signature that the class shares with others."""
    return (
        argument.name in _MEANS
        or _is_size(layer, argument)
        or _has_siblings(layer, argument)
        or _has_twin(layer, argument)
        or _is_given_to_all(layer, argument.name)
        or _is_of_another_choice(layer, argument.name)
        or _is_passed_by_nobody(layer, argument.name)
    )


def _is_passed_by_nobody(layer: LayerClass, name: str) -> bool:
    """Whether an application never makes the class, or each time without the argument."""
    constructor = layer.constructor
    if constructor is None:
        return False
    places = tuple(each.name for each in constructor.positional)
    return never_given(
        layer, lambda call: not bind(call, places).keys().isdisjoint({name, "*", "**"})
    )


def _is_size(layer: LayerClass, argument: Argument) -> bool:
    """Whether the argument says what Keras knows from the input: it is left over from a port.

    By its name, and because it has to be passed: a number with a default promises an effect, while
    `None` leaves it to the input.
    """
    if argument.required:
        return _SIZE.fullmatch(argument.name) is not None
    if is_name(argument.default, "None") and _SIZE_OF_INPUT.fullmatch(argument.name):
        return True
    if "decoder" in layer.name.lower() and _SIZE_OF_ENCODER.fullmatch(argument.name):
        return True
    return _GIVEN_BY_INPUT.fullmatch(argument.name) is not None


def _has_siblings(layer: LayerClass, argument: Argument) -> bool:
    """Whether several classes of the module have to be told the same in the same place."""
    own = _parameters(layer.node)
    if not argument.required or argument.name not in own:
        return False
    place = own.index(argument.name)
    siblings = sum(names[place : place + 1] == [argument.name] for names in _signatures(layer))
    return siblings >= _SIBLINGS


def _has_twin(layer: LayerClass, argument: Argument) -> bool:
    """Whether another class of the module takes the very same arguments, and makes use of this one.

    As one way to bring two inputs together for another, or an encoder for its decoder.
    """
    own = _parameters(layer.node)
    if len(own) < _TELLING or argument.name not in own or not is_name(argument.default, "None"):
        return False
    return any(
        _names(constructor) == own and mentions(constructor.body, argument.name)
        for constructor in _other_constructors(layer)
    )


def _signatures(layer: LayerClass) -> Iterator[list[str]]:
    """The parameters of the constructors of the module's other classes."""
    return map(_names, _other_constructors(layer))


def _other_constructors(layer: LayerClass) -> Iterator[cst.FunctionDef]:
    others = (each for each in layer.module.class_statements.values() if each is not layer.node)
    return filter(None, map(_constructor, others))


def _parameters(node: cst.ClassDef) -> list[str]:
    constructor = _constructor(node)
    return _names(constructor) if constructor is not None else []


def _names(constructor: cst.FunctionDef) -> list[str]:
    return [parameter.name.value for parameter in constructor.params.params]


def _constructor(node: cst.ClassDef) -> cst.FunctionDef | None:
    functions = walk_kinds(node.body, cst.FunctionDef)
    return next((each for each in functions if each.name.value == "__init__"), None)


def _is_given_to_all(layer: LayerClass, name: str) -> bool:
    """Whether a call of whatever class a name stands for passes the argument.

    What that makes has the argument for the others: `made(*arguments, w=weights)`.
    """
    return name in layer.module.once(_given_to_any)


def _is_of_another_choice(layer: LayerClass, name: str) -> bool:
    """Whether the class is chosen among others, and one beside it takes the argument too."""
    return any(name in names for names in _signatures(layer)) and is_chosen(layer)


def _given_to_any(module: Module) -> frozenset[str]:
    """The keywords of the calls that make one of several classes of the module."""
    return frozenset(
        argument.keyword.value
        for call in walk_kinds(module.tree, cst.Call)
        if _is_chosen(call.func, module)
        for argument in call.args
        if argument.keyword is not None
    )


def _is_chosen(function: cst.BaseExpression, module: Module) -> bool:
    """Whether it is a class that a name was looked up for, there or in a local name."""
    if not isinstance(function, cst.Name):
        return isinstance(function, cst.Subscript)
    scope = module.scope_of(function, function.value)
    if scope is None:
        return False
    given = values_of(function.value, assigned(scope, module, walk_kinds))
    return any(map(_looks_up, given))


def _looks_up(value: cst.BaseExpression) -> bool:
    match value:
        case cst.IfExp(body=body, orelse=orelse):
            return _looks_up(body) or _looks_up(orelse)
        case cst.Call(func=cst.Name(value=function)):
            return function in ("eval", "getattr")
    return isinstance(value, cst.Subscript)
