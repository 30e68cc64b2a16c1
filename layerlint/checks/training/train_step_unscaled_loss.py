"""LL124: a training step of one's own under mixed_float16 does not scale its loss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.calls import is_name, literal, self_attribute
from layerlint.model.layer import LayerClass
from layerlint.queries.training_code import updates

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_SETTERS = frozenset({"set_dtype_policy", "set_global_policy", "set_policy"})
# Who uses one of these scales by hand, or says that Keras should not.
_SCALING = frozenset({"get_scaled_loss", "get_unscaled_gradients", "scale_loss"})


@check(LayerClass)
def train_step_unscaled_loss(layer: LayerClass) -> Iterator[Finding]:
    """Report the gradient that is applied of a loss nobody scales, where the policy is set."""
    step = layer.methods.get("train_step")
    if step is None or layer.kind != "model" or not layer.complete:
        return
    module = layer.module
    if not _sets_policy(module) or _scales(module) or layer.method("compile") is not None:
        return
    for update in updates(step.own_nodes()):
        if self_attribute(update.optimizer, step.self_name) == "optimizer":
            gradient = _gradient(step, update.gradients)
            if gradient is not None:
                yield Finding(gradient, fields={"method": f"{layer.name}.train_step"})
                return


def _sets_policy(module: Module) -> bool:
    """Whether the module computes in float16 whatever it is asked for."""
    return any(
        isinstance(node, cst.Call)
        and (module.keras(node.func) or "").rpartition(".")[2] in _SETTERS
        and any(literal(argument.value) == "mixed_float16" for argument in node.args)
        and not any(isinstance(outer, (cst.If, cst.Try)) for outer in module.ancestors(node))
        for node in module.walk()
    )


def _scales(module: Module) -> bool:
    return any(
        (isinstance(node, cst.Attribute) and node.attr.value in _SCALING)
        or (isinstance(node, cst.Arg) and is_name(node.keyword, "auto_scale_loss"))
        for node in module.walk()
    )


def _gradient(step: Method, value: cst.BaseExpression) -> cst.Call | None:
    """The call that differentiates, directly or through a name that is bound once."""
    if isinstance(value, cst.Name):
        name = value.value
        bound = [
            node.value
            for node in step.own_nodes()
            if isinstance(node, cst.Assign)
            and any(is_name(target.target, name) for target in node.targets)
        ]
        if len(bound) != 1:
            return None
        value = bound[0]
    match value:
        case cst.Call(func=cst.Attribute(attr=cst.Name("gradient"))):
            return value
    return None
