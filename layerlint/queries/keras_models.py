"""Whether an expression is a Keras model, by all that gives it a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.members import MODEL_MAKERS
from layerlint.queries.held_values import held_values
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, names_bound, self_attribute
from layerlint.syntax.walk import walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# So many bindings and functions are followed to where the model is made.
_DEPTH = 6


def is_keras_model(node: cst.BaseExpression, member: str, module: Module) -> bool:
    """Whether an expression is certainly a Keras model, whose `member` is Keras's own."""
    return _is_model(node, member, module, _DEPTH)


def _is_model(node: cst.BaseExpression, member: str, module: Module, depth: int) -> bool:
    if depth == 0:
        return False
    match node:
        case cst.Call(func=function):
            return _makes_model(function, member, module, depth)
        case cst.Name(value=name):
            layer = module.class_of(node)
            inside = module.function(node)
            if layer is not None and inside is not None and _is_self(layer, inside, name):
                return layer.kind == "model" and _is_own(layer, member)
            values = list(_values(name, module.scope_of(node, name) or module.tree))
            return bool(values) and all(
                _is_model(value, member, module, depth - 1) for value in values
            )
        case cst.Attribute():
            layer = module.class_of(node)
            attribute = self_attribute(node) or ""
            bound = [each.value for each in layer.attributes[attribute].bindings] if layer else []
            return all(
                value is not None and _is_model(value, member, module, depth - 1)
                for value in bound or held_values(node, module) or [None]
            )
    return False


def _is_self(layer: LayerClass, function: cst.FunctionDef, name: str) -> bool:
    method = layer.methods.get(function.name.value)
    return method is not None and method.node is function and method.self_name == name


def _makes_model(function: cst.BaseExpression, member: str, module: Module, depth: int) -> bool:
    """Whether calling `function` gives a model: a class, a Keras function, one of this file."""
    keras = module.keras(function)
    if keras is not None:
        made = keras.rpartition(".")[2]
        return keras in MODEL_MAKERS or (keras.startswith("applications.") and made[:1].isupper())
    layer = module.find_layer(function)
    if layer is not None:
        return layer.kind == "model" and _is_own(layer, member)
    local = module.function_defs.get(function.value) if isinstance(function, cst.Name) else None
    if local is None or local.decorators:
        return False
    returned = [node.value for node in walk_same_class(local.body, cst.Return)]
    return bool(returned) and all(
        value is not None and _is_model(value, member, module, depth - 1) for value in returned
    )


def _is_own(layer: LayerClass, member: str) -> bool:
    return layer.complete and layer.method(member) is None


def _values(name: str, scope: cst.CSTNode) -> Iterator[cst.BaseExpression]:
    """What a local name is bound to; something that is no model where that cannot be seen."""
    unknown = cst.Name("None")
    for node in walk_same_class(
        scope, cst.Assign, cst.AnnAssign, cst.NamedExpr, cst.Param, cst.For, cst.CompFor, cst.AsName
    ):
        match node:
            case cst.Assign(targets=targets, value=value):
                for target in targets:
                    if is_name(target.target, name):
                        yield value
                    elif name in names_bound(target.target):
                        yield unknown
            case cst.AnnAssign(target=target) | cst.NamedExpr(target=target):
                if is_name(target, name):
                    yield node.value or unknown
            case cst.Param(name=cst.Name(value=found)) if found == name:
                yield unknown
            case cst.For(target=target) | cst.CompFor(target=target) | cst.AsName(name=target):
                if name in names_bound(target):
                    yield unknown
