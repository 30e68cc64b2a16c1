"""LL428: `attention_mask` says where not to attend, and Keras attends where it is true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, values_of
from layerlint.model.module import Module
from layerlint.model.origins import returned
from layerlint.project.needs import AllOf
from layerlint.queries.called_functions import function_named
from layerlint.queries.layer_calls import given_to
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword_argument, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

_ATTENTION = frozenset({"layers.MultiHeadAttention", "layers.GroupQueryAttention"})
_SHAPING = frozenset({"broadcast_to", "expand_dims", "repeat", "reshape", "tile"})
_EITHER = frozenset({"logical_or", "maximum"})
_MASK = re.compile(r"mask|pad(?!ded)", re.IGNORECASE)
_MAX_DEPTH = 8
_POSITIONS = frozenset({"arange", "range"})
_LARGER = (cst.GreaterThan,)
_SMALLER = (cst.LessThan,)


@check(Module, needs=AllOf("attention_mask", "layers"))
def inverted_attention_mask(module: Module) -> Iterator[Finding]:
    """Report masks that are true for padding, or for what comes later."""
    for call in walk_kinds(module.tree, cst.Call):
        given = keyword_argument(call, "attention_mask")
        if given is None or not _is_attention(call.func, module):
            continue
        if _is_inverted(given.value, module, _MAX_DEPTH):
            yield Finding(given)


def _is_attention(callee: cst.BaseExpression, module: Module) -> bool:
    """Whether what is called is a built-in layer of attention."""
    if isinstance(callee, cst.Call):
        return (module.keras(callee.func) or "") in _ATTENTION
    layer = module.class_of(callee)
    name = self_attribute(callee)
    if layer is not None and name is not None:
        held = layer.sublayers.get(name)
        return held is not None and held.keras in _ATTENTION
    return False


def _is_inverted(node: cst.BaseExpression, module: Module, depth: int) -> bool:
    """Whether the mask is certainly true where nothing is to be attended to."""
    if depth == 0:
        return False
    match node:
        case cst.Subscript(value=value):
            return _is_inverted(value, module, depth)
        case cst.Name():
            bound = value_at(node, node, module)
            if bound is None:
                return _is_given_inverted(node, module, depth)
            return _is_inverted(bound, module, depth - 1)
        case cst.UnaryOperation(operator=cst.BitInvert(), expression=inner):
            return _is_right(inner, module, depth)
        case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
            return bool(literal(left) == 1) and _is_right(right, module, depth)
        case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget(cst.Equal(), other)]):
            return _is_of_words(left, other, module)
        case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget(operator, other)]):
            sides = (_turn(left, module), _turn(other, module))
            later = isinstance(operator, _LARGER) and sides == ("row", "column")
            return later or (isinstance(operator, _SMALLER) and sides == ("column", "row"))
        case cst.Call():
            return _is_inverted_call(node, module, depth)
    return False


def _turn(node: cst.BaseExpression, module: Module) -> str:
    """Which way positions are laid: `range(n)[None, :]`, of the keys, is a row, else a column."""
    if isinstance(node, cst.Name):
        node = value_at(node, node, module) or node
    match node:
        case cst.Subscript(value=positions, slice=[_, _] as axes):
            if isinstance(positions, cst.Name):
                positions = value_at(positions, positions, module) or positions
            if not isinstance(positions, cst.Call) or _name(positions, module) not in _POSITIONS:
                return ""
            new = [_is_new_axis(each, module) for each in axes]
            return "row" if new == [True, False] else "column" if new == [False, True] else ""
    return ""


def _is_new_axis(axis: cst.SubscriptElement, module: Module) -> bool:
    inner = axis.slice.value if isinstance(axis.slice, cst.Index) else None
    name = (module.resolve(inner) or "") if inner is not None else ""
    return inner is not None and (is_name(inner, "None") or name.endswith(".newaxis"))


def _is_given_inverted(name: cst.Name, module: Module, depth: int) -> bool:
    """Whether somebody gives a function, or a layer, such a mask, and it stays as it is given."""
    scope = module.function(name)
    if scope is None or values_of(name.value, assigned(scope.body, module, walk_kinds)):
        return False

    def answer() -> bool:
        given = given_to(name.value, scope, module)
        return any(_is_inverted(each, module, depth - 1) for each in given)

    return module.remembered((_is_given_inverted, scope, name.value, depth), answer)


def _is_inverted_call(call: cst.Call, module: Module, depth: int) -> bool:
    function = function_named(call.func, module)
    if function is not None:
        values = returned(function)
        return len(values) == 1 and _is_inverted(values[0], module, depth - 1)
    if isinstance(call.func, cst.Attribute) and call.func.attr.value == "astype":
        return _is_inverted(call.func.value, module, depth)
    name = _name(call, module)
    arguments = [argument.value for argument in call.args]
    if name == "equal" and len(arguments) == 2:
        return _is_of_words(arguments[0], arguments[1], module)
    if name in _EITHER:
        return any(_is_inverted(each, module, depth - 1) for each in arguments[:2])
    if name == "triu":
        return bool(literal(bind(call, ("x", "k")).get("k")) == 1)
    if name == "logical_not" and arguments:
        return _is_right(arguments[0], module, depth)
    known = module.tensor_function(call.func)
    passes = name in (*_SHAPING, *_COPYING) or (known is not None and known.role == "cast")
    return passes and bool(arguments) and _is_inverted(arguments[0], module, depth)


def _is_right(node: cst.BaseExpression, module: Module, depth: int) -> bool:
    """Whether it is true where something is to be attended to: for what came before, for words."""
    match node:
        case cst.Subscript(value=value):
            return _is_right(value, module, depth)
        case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget(cst.NotEqual(), other)]):
            return _is_of_words(left, other, module)
        case cst.Name() if depth > 0:
            bound = value_at(node, node, module)
            return bound is not None and _is_right(bound, module, depth - 1)
        case cst.Call():
            return _is_right_call(node, module, depth)
    return False


def _is_right_call(call: cst.Call, module: Module, depth: int) -> bool:
    if isinstance(call.func, cst.Attribute) and call.func.attr.value == "astype":
        return _is_right(call.func.value, module, depth)
    name = _name(call, module)
    if name == "band_part":
        given = bind(call, ("input", "num_lower", "num_upper"))
        return bool(literal(given.get("num_lower")) == -1 and literal(given.get("num_upper")) == 0)
    if name == "not_equal" and len(call.args) == 2:
        return _is_of_words(call.args[0].value, call.args[1].value, module)
    if name == "tril":
        return literal(bind(call, ("x", "k")).get("k")) in (None, 0) or len(call.args) == 1
    known = module.tensor_function(call.func)
    if known is not None and known.role == "cast" and call.args:
        return _is_right(call.args[0].value, module, depth)
    return False


# What gives the very numbers that it is given.
_COPYING = ("array", "asarray", "constant", "convert_to_tensor", "identity")


def _name(call: cst.Call, module: Module) -> str:
    """The last part of the name of a function of TensorFlow, Keras or NumPy."""
    name = module.resolve(call.func) or ""
    top = name.partition(".")[0]
    return name.rpartition(".")[2] if top in ("tensorflow", "keras", "numpy", "jax") else ""


def _is_of_words(compared: cst.BaseExpression, other: cst.BaseExpression, module: Module) -> bool:
    """Whether what is compared with 0 are words, of which that is the padding, and no mask."""
    value = literal(other)
    is_zero = isinstance(value, (int, float)) and not isinstance(value, bool) and value == 0
    return is_zero and _MASK.search(module.source(compared)) is None
