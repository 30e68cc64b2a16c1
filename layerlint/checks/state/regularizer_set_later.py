"""LL229: a layer that has its weights is given a regularizer, which it never asks for again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.calls import is_name, literal
from layerlint.model.module import Module
from layerlint.model.walk import walk_kinds
from layerlint.project.needs import AllOf, AnyOf, Text

_REGULARIZERS = frozenset(
    {"beta_regularizer", "bias_regularizer", "depthwise_regularizer", "embeddings_regularizer"}
    | {"gamma_regularizer", "kernel_regularizer", "pointwise_regularizer", "recurrent_regularizer"}
)
# What makes the layers again with their configuration, or adds the losses by hand.
_MADE_AGAIN = re.compile(
    r"model_from_json|model_from_config|from_config|clone_model|to_json|add_loss|load_model"
)


@check(Module, needs=AllOf(Text("keras"), AnyOf(*_REGULARIZERS), AnyOf("layers", "get_layer")))
def regularizer_set_later(module: Module) -> Iterator[Finding]:
    """Report the assignments to layers that a model already has."""
    if _MADE_AGAIN.search(module.text):
        return
    for node in walk_kinds(module.tree, cst.Assign):
        for target in node.targets:
            match target.target:
                case cst.Attribute(value=owner, attr=cst.Name(value=name)):
                    value = literal(node.value)
                    if name in _REGULARIZERS and value is not None and _is_of_model(owner, module):
                        yield Finding(node, fields={"regularizer": name})


def _is_of_model(owner: cst.BaseExpression, module: Module) -> bool:
    """Whether it is one of the layers of a model: of a loop over them, by number or by name."""
    match owner:
        case cst.Subscript(value=cst.Attribute(value=model, attr=cst.Name("layers"))):
            return not is_name(model, "keras") and not is_name(model, "self")
        case cst.Call(func=cst.Attribute(attr=cst.Name("get_layer"))):
            return True
        case cst.Name(value=name):
            return any(
                isinstance(around, cst.For)
                and is_name(around.target, name)
                and _is_layers(around.iter)
                for around in module.ancestors(owner)
            )
    return False


def _is_layers(node: cst.BaseExpression) -> bool:
    """`model.layers`, and a part of them."""
    if isinstance(node, cst.Subscript):
        node = node.value
    match node:
        case cst.Attribute(value=model, attr=cst.Name("layers")):
            return not is_name(model, "self")
    return False
