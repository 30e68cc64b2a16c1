"""LL513: a module saves and loads a model with a lambda, which Keras refuses to make again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf
from layerlint.queries.held_values import held_values
from layerlint.queries.straight_values import expression_behind
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, literal
from layerlint.syntax.walk import walk_kinds

NEEDS = AllOf("lambda", "load_model")

_BOTH = frozenset({2, 3})
# The module has allowed it, or keeps models in another form, in which lambdas are code.
_ALLOWED = re.compile(r"safe_mode|enable_unsafe_deserialization|\.h5\b|\.hdf5\b|save_format")


@check(Module, needs=NEEDS)
def lambda_not_loadable(module: Module) -> Iterator[Finding]:
    """Report lambdas of `Lambda` layers and of activations in a module that loads models."""
    if _ALLOWED.search(module.text):
        return
    generations = _saved_and_loaded(module)
    if not generations:
        return
    for node in walk_kinds(module.tree, cst.Call):
        name = module.keras(node.func) or ""
        if name == "layers.Lambda":
            given = bind(node, ("function",)).get("function")
            message = "default"
        elif name.startswith("layers."):
            first = ("activation",) if name == "layers.Activation" else ()
            given = bind(node, first).get("activation")
            message = "activation"
        else:
            continue
        if given is not None and _is_lambda(given, node, module):
            layer = name.rpartition(".")[2]
            yield Finding(given, message, {"layer": layer}, generations=generations)


def _is_lambda(given: cst.BaseExpression, use: cst.CSTNode, module: Module) -> bool:
    """Whether it is one, has the name of one, or is what stands in a table."""
    found = expression_behind(given, use, module)
    held = held_values(found, module) if isinstance(found, cst.Subscript) else [found]
    return len(held) == 1 and isinstance(held[0], cst.Lambda)


def _saved_and_loaded(module: Module) -> frozenset[int]:
    """Where a whole model is saved to, and loaded from, files of the format of Keras 3.

    To a path without an extension Keras 2 writes a SavedModel, which has lambdas as graphs.
    """
    saved: frozenset[int] = frozenset()
    loads = False
    for node in walk_kinds(module.tree, cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(attr=cst.Name(value="save")), args=args) if args:
                saved |= _format(args[0].value, module)
            case cst.Call() if module.keras(node.func) == "callbacks.ModelCheckpoint":
                saved |= _kept(node, module)
            case cst.Call(func=function, args=args):
                name = (module.keras(function) or "").rpartition(".")[2]
                loads = loads or name == "load_model"
                if name == "save_model" and len(args) > 1:
                    saved |= _format(args[1].value, module)
    return saved if loads else frozenset()


def _format(path: cst.BaseExpression, module: Module) -> frozenset[int]:
    """Where a model that is saved to a path is in a file of Keras 3."""
    targets = [literal(each) for each in held_values(path, module) or [path]]
    if any(isinstance(each, str) and each.endswith(".keras") for each in targets):
        return _BOTH
    return frozenset() if any(isinstance(each, str) for each in targets) else frozenset({3})


def _kept(checkpoint: cst.Call, module: Module) -> frozenset[int]:
    """Where a `ModelCheckpoint` writes whole models, in the format of Keras 3."""
    path = bind(checkpoint, ("filepath",)).get("filepath")
    weights = keyword(checkpoint, "save_weights_only")
    whole = weights is None or literal(weights) is False
    if path is None or not whole or _format(path, module) != _BOTH:
        return frozenset()
    return _BOTH
