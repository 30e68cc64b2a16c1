"""What the decorators of a function make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module


def tf_function(node: cst.FunctionDef, module: Module) -> cst.Decorator | None:
    """The `@tf.function` or `@tf.function(...)` of a function, None where it has none."""
    for decorator in node.decorators:
        made = decorator.decorator
        if module.tf(made.func if isinstance(made, cst.Call) else made) == "function":
            return decorator
    return None
