"""A value in another form, under its own name: `x = tf.cast(x, tf.float32)`."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import is_name

if TYPE_CHECKING:
    from layerlint.model.module import Module


def is_new_form(value: cst.BaseExpression, name: str, by: Collection[str], module: Module) -> bool:
    """Whether a value is what one of some functions of tensors makes of a name."""
    if not isinstance(value, cst.Call) or not value.args:
        return False
    return module.operation(value) in by and is_name(value.args[0].value, name)
