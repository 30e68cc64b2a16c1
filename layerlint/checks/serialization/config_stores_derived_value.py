"""LL508: `get_config` saves a value that `__init__` computes again from it."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.recipes.get_config import own_from_config
from layerlint.model.calls import is_name, literal, self_attribute
from layerlint.model.config import config_of
from layerlint.model.constructor import arguments_of
from layerlint.model.layer import LayerClass


@check(LayerClass)
def config_stores_derived_value(layer: LayerClass) -> Iterator[Finding]:
    """Report keys that hold an arithmetic expression of the argument of the same name."""
    if "get_config" not in layer.methods or own_from_config(layer) is not None:
        return
    config = config_of(layer)
    if config is None:
        return
    arguments = arguments_of(layer)
    for key in config.keys.values():
        argument = arguments.get(key.name)
        attribute = self_attribute(key.value) if key.value is not None else None
        if (
            argument is None
            or argument.rebound
            or attribute is None
            or key.module is not layer.module
        ):
            continue
        for name, expression, binding in argument.computed:
            alone = len(layer.attributes[attribute].bindings) == 1
            if name == attribute and alone and changes_again(expression, argument.name):
                yield Finding(
                    key.value or key.node,
                    fields={
                        "layer": layer.name,
                        "value": f"self.{attribute}",
                        "key": key.name,
                        "expression": binding.method.module.source(expression)
                        if binding.method
                        else "",
                    },
                )


def changes_again(expression: cst.BaseExpression, name: str) -> bool:
    """Whether applying the expression to its own result gives another value, for most values."""
    match expression:
        case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
            return is_name(inner, name)
        case cst.BinaryOperation(left=left, operator=operator, right=right):
            if is_name(left, name) == is_name(right, name):
                return False
            other = literal(right if is_name(left, name) else left)
            if isinstance(operator, (cst.Add, cst.Subtract)):
                return other not in (0, 0.0) or isinstance(other, bool)
            if isinstance(operator, (cst.Multiply, cst.Divide, cst.FloorDivide)):
                return other not in (1, 1.0)
            return isinstance(operator, cst.Power) and other != 1
    return False
