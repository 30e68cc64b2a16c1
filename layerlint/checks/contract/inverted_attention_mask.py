"""LL428: `attention_mask` says where not to attend, and Keras attends where it is true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, values_of
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.model.origins import returned
from layerlint.project.needs import AllOf
from layerlint.queries.layer_calls import given_to
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

_ATTENTION = frozenset({"layers.MultiHeadAttention", "layers.GroupQueryAttention"})
_SHAPING = frozenset({"broadcast_to", "expand_dims", "repeat", "reshape", "tile"})
_EITHER = frozenset({"logical_or", "maximum"})
_MASK = re.compile(r"mask|pad(?!ded)", re.IGNORECASE)
_MAX_DEPTH = 5


@check(Module, needs=AllOf("attention_mask", "layers"))
def inverted_attention_mask(module: Module) -> Iterator[Finding]:
    """Report masks that are true for padding, or for what comes later."""
    for call in walk_kinds(module.tree, cst.Call):
        given = keyword(call, "attention_mask")
        if given is None or not _is_attention(call.func, module):
            continue
        if _is_inverted(given.value, module.function(call), module, _MAX_DEPTH):
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


def _is_inverted(
    node: cst.BaseExpression, scope: cst.FunctionDef | None, module: Module, depth: int
) -> bool:
    """Whether the mask is certainly true where nothing is to be attended to."""
    if depth == 0:
        return False
    match node:
        case cst.Subscript(value=value):
            return _is_inverted(value, scope, module, depth)
        case cst.Name(value=name):
            bound = _bound(name, scope, module)
            if scope is not None and not bound and _is_parameter(name, scope):
                return _is_given_inverted(name, scope, module, depth)
            return len(bound) == 1 and _is_inverted(bound[0], scope, module, depth - 1)
        case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
            return bool(literal(left) == 1) and _is_right(right, scope, module, depth)
        case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget(cst.Equal(), other)]):
            return _is_of_words(left, other, module)
        case cst.Call():
            return _is_inverted_call(node, scope, module, depth)
    return False


def _is_given_inverted(name: str, scope: cst.FunctionDef, module: Module, depth: int) -> bool:
    """Whether somebody gives a function, or a layer, such a mask, and it stays as it is given."""

    def answer() -> bool:
        return any(
            _is_inverted(value, module.function(value), module, depth - 1)
            for value in given_to(name, scope, module)
        )

    if values_of(name, assigned(scope.body, module, walk_kinds)):
        return False
    return module.remembered((_is_given_inverted, id(scope), name, depth), answer)


def _is_inverted_call(
    call: cst.Call, scope: cst.FunctionDef | None, module: Module, depth: int
) -> bool:
    function = _function(call, module)
    if function is not None:
        values = returned(function)
        return len(values) == 1 and _is_inverted(values[0], function, module, depth - 1)
    name = _name(call, module)
    arguments = [argument.value for argument in call.args]
    if name == "equal" and len(arguments) == 2:
        return _is_of_words(arguments[0], arguments[1], module)
    if name in _EITHER:
        return any(_is_inverted(each, scope, module, depth - 1) for each in arguments[:2])
    if name == "triu":
        return bool(literal(bind(call, ("x", "k")).get("k")) == 1)
    if name == "logical_not" and arguments:
        return _is_right(arguments[0], scope, module, depth)
    known = module.tensor_function(call.func)
    passes = name in _SHAPING or (known is not None and known.role == "cast")
    return passes and bool(arguments) and _is_inverted(arguments[0], scope, module, depth)


def _is_right(
    node: cst.BaseExpression, scope: cst.FunctionDef | None, module: Module, depth: int
) -> bool:
    """Whether it is true where something is to be attended to: for what came before, for words."""
    match node:
        case cst.Subscript(value=value):
            return _is_right(value, scope, module, depth)
        case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget(cst.NotEqual(), other)]):
            return _is_of_words(left, other, module)
    if isinstance(node, cst.Name) and depth > 0:
        bound = _bound(node.value, scope, module)
        return len(bound) == 1 and _is_right(bound[0], scope, module, depth - 1)
    if not isinstance(node, cst.Call):
        return False
    name = _name(node, module)
    if name == "band_part":
        given = bind(node, ("input", "num_lower", "num_upper"))
        return bool(literal(given.get("num_lower")) == -1 and literal(given.get("num_upper")) == 0)
    if name == "not_equal" and len(node.args) == 2:
        return _is_of_words(node.args[0].value, node.args[1].value, module)
    if name == "tril":
        return literal(bind(node, ("x", "k")).get("k")) in (None, 0) or len(node.args) == 1
    known = module.tensor_function(node.func)
    if known is not None and known.role == "cast" and node.args:
        return _is_right(node.args[0].value, scope, module, depth)
    return False


def _name(call: cst.Call, module: Module) -> str:
    """The last part of the name of a function of TensorFlow, Keras or NumPy."""
    name = module.resolve(call.func) or ""
    top = name.partition(".")[0]
    return name.rpartition(".")[2] if top in ("tensorflow", "keras", "numpy", "jax") else ""


def _function(call: cst.Call, module: Module) -> cst.FunctionDef | None:
    """The function of the module, or the method of the class, that a call runs."""
    if isinstance(call.func, cst.Name):
        return module.function_defs.get(call.func.value)
    layer, name = module.class_of(call), self_attribute(call.func)
    method = layer.methods.get(name) if layer is not None and name is not None else None
    return method.node if method is not None else None


def _bound(name: str, scope: cst.FunctionDef | None, module: Module) -> list[cst.BaseExpression]:
    """What a function binds the name to; nothing for one of its parameters."""
    if scope is None or _is_parameter(name, scope):
        return []
    return values_of(name, assigned(scope.body, module, walk_kinds))


def _is_parameter(name: str, scope: cst.FunctionDef) -> bool:
    return any(each.name == name for each in parameters_of(scope.params))


def _is_of_words(compared: cst.BaseExpression, other: cst.BaseExpression, module: Module) -> bool:
    """Whether what is compared with 0 are words, of which that is the padding, and no mask."""
    value = literal(other)
    is_zero = isinstance(value, (int, float)) and not isinstance(value, bool) and value == 0
    return is_zero and _MASK.search(module.source(compared)) is None
