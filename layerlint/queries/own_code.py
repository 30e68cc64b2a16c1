"""What a class itself makes, as opposed to what a base reports for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.interpret.effects import StateUpdate
from layerlint.queries.traced_code import in_project
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.weights import Weight


def own_weights(layer: LayerClass) -> list[Weight]:
    """The weights that the class makes and no layer below it in the MRO."""
    inherited = {
        weight.call for base in layer.mro[1:] if base.kind != "mixin" for weight in base.all_weights
    }
    return [
        weight
        for weight in layer.all_weights
        if weight.call not in inherited and in_project(weight.module)
    ]


def own_methods(layer: LayerClass) -> list[Method]:
    """The methods that an instance runs, without those that a layer below it in the MRO has."""
    return [
        method
        for method in layer.effective_methods()
        if (method.owner is layer or method.owner.kind == "mixin") and in_project(method.module)
    ]


def own_method(layer: LayerClass, name: str) -> Method | None:
    """The method of this name that an instance runs, if no layer below it in the MRO has it."""
    return next((method for method in own_methods(layer) if method.name == name), None)


def reached_by_call(layer: LayerClass) -> set[cst.CSTNode]:
    """The identities of the functions that `call` runs, `build` left out."""
    return {
        function.node
        for function in layer.forward.functions
        if function.method is None or function.method.name not in ("build", "__init__")
    }


def assigned_in_text(layer: LayerClass, attribute: str) -> bool:
    """Whether the attribute is written with `assign` or the like, here or in a base's module."""
    if any(effect.attribute == attribute for effect in layer.forward.of(StateUpdate)):
        return True
    name = re.escape(attribute)
    pattern = re.compile(
        rf"\b{name}\b(\[[^\[\]\n]*\])*\.(assign|scatter_|batch_scatter)"
        rf"|\b(assign\w*|update\w*|set_value)\(\s*\w+\.{name}\b"
    )
    return any(pattern.search(base.module.text) for base in layer.mro)


def after_super_init(method: Method, node: cst.CSTNode) -> bool:
    """Whether `node` stands behind a `super().__init__(...)` that always runs."""
    module = method.module
    for line in method.node.body.body:
        for inner in walk_same_function(line, cst.Call):
            match inner:
                case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value="__init__"))):
                    if is_super_call(owner) and isinstance(line, cst.SimpleStatementLine):
                        return module.span(inner).end <= module.span(node).start
    return False
