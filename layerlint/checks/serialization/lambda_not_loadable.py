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

# The module has allowed it, or keeps models in another form, in which lambdas are code.
_ALLOWED = re.compile(r"safe_mode|enable_unsafe_deserialization|\.h5\b|\.hdf5\b|save_format")


@check(Module, needs=NEEDS)
def lambda_not_loadable(module: Module) -> Iterator[Finding]:
    """Report lambdas of `Lambda` layers and of activations in a module that loads models."""
    if _ALLOWED.search(module.text) or not _saves_and_loads(module):
        return
    for node in walk_kinds(module.tree, cst.Call):
        name = module.keras(node.func) or ""
        if name == "layers.Lambda":
            given = bind(node, ("function",)).get("function")
            message = "default"
        elif name.startswith("layers."):
            given = keyword(node, "activation")
            message = "activation"
        else:
            continue
        if given is not None and isinstance(expression_behind(given, node, module), cst.Lambda):
            yield Finding(given, message, {"layer": name.rpartition(".")[2]})


def _saves_and_loads(module: Module) -> bool:
    """Whether a whole model is saved to, and loaded from, files of the format of Keras 3."""
    saves = loads = False
    for node in walk_kinds(module.tree, cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(attr=cst.Name(value="save")), args=args) if args:
                target = literal(args[0].value)
                saves = saves or not isinstance(target, str) or target.endswith(".keras")
            case cst.Call() if module.keras(node.func) == "callbacks.ModelCheckpoint":
                saves = saves or _keeps_models(node, module)
            case cst.Call(func=function, args=args) if (module.keras(function) or "").rpartition(
                "."
            )[2] in ("load_model", "save_model"):
                loads = loads or module.source(function).endswith("load_model")
                saves = saves or module.source(function).endswith("save_model")
    return saves and loads


def _keeps_models(checkpoint: cst.Call, module: Module) -> bool:
    """Whether a `ModelCheckpoint` writes whole models, in the format of Keras 3."""
    path = bind(checkpoint, ("filepath",)).get("filepath")
    weights = keyword(checkpoint, "save_weights_only")
    named = (held_values(path, module) or [path]) if path is not None else []
    targets = [literal(each) for each in named]
    whole = weights is None or literal(weights) is False
    return whole and any(isinstance(each, str) and each.endswith(".keras") for each in targets)
