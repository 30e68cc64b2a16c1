"""LL113: `training=...` is passed to `predict` and the like, or to the constructor of a layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.members import MODEL_MAKERS, MODES_OF_METHODS
from layerlint.facts.modes import MODES, mode_of
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import delete_argument
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.queries.held_values import held_values
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword_argument, literal, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


_TOLD = sorted({*MODES_OF_METHODS, *MODES})
NEEDS = AllOf("training", AnyOf(*map(Members, _TOLD)), Row("training", "="))
# So many bindings and functions are followed to where the model is made.
_DEPTH = 6


@check(Module, needs=NEEDS)
def training_argument_to_predict(module: Module) -> Iterator[Finding]:
    """Report the argument where the receiver is known to be a model, or a built-in layer."""
    for node in walk_kinds(module.tree, cst.Call):
        given = keyword_argument(node, "training")
        if given is None:
            continue
        home, _, layer = (module.keras(node.func) or "").rpartition(".")
        if home == "layers" and mode_of(layer) is not None:
            fields = {"layer": layer, "argument": module.source(given)}
            yield Finding(given, "constructor", fields)
            continue
        match node:
            case cst.Call(func=cst.Attribute(value=receiver, attr=cst.Name(value=method))):
                argument = (
                    keyword_argument(node, "training") if method in MODES_OF_METHODS else None
                )
            case _:
                continue
        if argument is None or not _is_model(receiver, method, module, _DEPTH):
            continue
        mode, asked = MODES_OF_METHODS[method], literal(argument.value)
        other = isinstance(asked, bool) and asked is not mode
        removable = asked is None or asked is mode
        yield Finding(
            argument.value if argument.keyword is None else argument,
            "training-predict" if other and not mode else "default",
            {
                "method": method,
                "mode": "in training mode" if mode else "in inference mode",
                "receiver": module.source(receiver),
            },
            fix=Fix("Drop the argument", tuple(delete_argument(module, node, argument)))
            if removable
            else None,
        )


def _is_model(node: cst.BaseExpression, method: str, module: Module, depth: int) -> bool:
    """Whether the expression is a Keras model whose `method` is Keras's own."""
    if depth == 0:
        return False
    match node:
        case cst.Call(func=function):
            return _makes_model(function, method, module, depth)
        case cst.Name(value=name):
            layer = module.class_of(node)
            inside = module.function(node)
            if layer is not None and inside is not None and _is_self(layer, inside, name):
                return layer.kind == "model" and _is_keras_method(layer, method)
            values = list(_values(name, module.scope_of(node, name) or module.tree))
            return bool(values) and all(
                _is_model(value, method, module, depth - 1) for value in values
            )
        case cst.Attribute():
            layer = module.class_of(node)
            attribute = self_attribute(node) or ""
            bound = [each.value for each in layer.attributes[attribute].bindings] if layer else []
            return all(
                value is not None and _is_model(value, method, module, depth - 1)
                for value in bound or held_values(node, module) or [None]
            )
    return False


def _is_self(layer: LayerClass, function: cst.FunctionDef, name: str) -> bool:
    method = layer.methods.get(function.name.value)
    return method is not None and method.node is function and method.self_name == name


def _makes_model(function: cst.BaseExpression, method: str, module: Module, depth: int) -> bool:
    """Whether calling `function` gives a model: a class, a Keras function, one of this file."""
    keras = module.keras(function)
    if keras is not None:
        made = keras.rpartition(".")[2]
        return keras in MODEL_MAKERS or (keras.startswith("applications.") and made[:1].isupper())
    layer = module.find_layer(function)
    if layer is not None:
        return layer.kind == "model" and _is_keras_method(layer, method)
    local = module.function_defs.get(function.value) if isinstance(function, cst.Name) else None
    if local is None or local.decorators:
        return False
    returned = [node.value for node in walk_same_class(local.body, cst.Return)]
    return bool(returned) and all(
        value is not None and _is_model(value, method, module, depth - 1) for value in returned
    )


def _is_keras_method(layer: LayerClass, method: str) -> bool:
    return layer.complete and layer.method(method) is None


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
                    elif any(
                        is_name(part, name) for part in walk_same_class(target.target, cst.Name)
                    ):
                        yield unknown
            case cst.AnnAssign(target=target) | cst.NamedExpr(target=target):
                if is_name(target, name):
                    yield node.value or unknown
            case cst.Param(name=cst.Name(value=found)) if found == name:
                yield unknown
            case cst.For(target=target) | cst.CompFor(target=target) | cst.AsName(name=target):
                if any(is_name(part, name) for part in walk_same_class(target, cst.Name)):
                    yield unknown
