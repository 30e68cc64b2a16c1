"""Functions that define their own gradient: `tf.custom_gradient`, `keras.ops.custom_gradient`.

They return their result and the function that computes the gradient, but whoever calls them gets
the result alone: the other runs in the backward pass, which is no part of `call()`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.interpret.values import revised
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, last_part

if TYPE_CHECKING:
    from layerlint.interpret.frames import Callee
    from layerlint.interpret.values import Value

DECORATOR = "custom_gradient"


def defines_gradient(callee: Callee) -> bool:
    """Whether calling it gives only the first of what its body returns."""
    if callee.custom_gradient:
        return True
    if not isinstance(callee.node, cst.FunctionDef):
        return False
    return any(
        last_part(dotted(each.decorator) or "") == DECORATOR for each in callee.node.decorators
    )


def without_gradient(returned: Value) -> Value:
    """What the caller gets of the pair that the body returns."""
    if returned.items is not None and len(returned.items) == 2:
        return returned.items[0]
    return revised(returned, callees=())
