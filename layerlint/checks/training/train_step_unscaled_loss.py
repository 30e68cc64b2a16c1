"""LL124: a training step of one's own under mixed_float16 does not scale its loss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.members import LOSS_SCALING, POLICY_CLASSES, POLICY_SETTERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_method
from layerlint.queries.training_code import training_code
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module


@check(LayerClass)
def train_step_unscaled_loss(layer: LayerClass) -> Iterator[Finding]:
    """Report the gradient that is applied of a loss nobody scales, where the policy is set."""
    step = own_method(layer, "train_step")
    if step is None or layer.kind != "model" or not layer.complete:
        return
    module = layer.module
    if not module.once(_sets_policy) or module.once(_scales) or layer.method("compile") is not None:
        return
    code = training_code(step.module)
    for update in code.of(step.node).updates:
        if self_attribute(update.optimizer, step.self_name) == "optimizer":
            gradient = code.gradient_of(update)
            if gradient is not None:
                fields = {"method": f"{layer.name}.train_step"}
                yield Finding(gradient.call, fields=fields, module=step.module)
                return


def _sets_policy(module: Module) -> bool:
    """Whether the module computes in float16 whatever it is asked for."""
    return any(
        (module.keras(node.func) or "").rpartition(".")[2] in POLICY_SETTERS
        and any(_is_half(argument.value, module) for argument in node.args)
        and not any(isinstance(outer, (cst.If, cst.Try)) for outer in module.ancestors(node))
        for node in walk_kinds(module.tree, cst.Call)
    )


def _is_half(value: cst.BaseExpression, module: Module) -> bool:
    """Whether it is the policy: its name, an object made of that, or a variable that holds either.

    A variable that the module binds twice holds nobody knows what.
    """
    match value:
        case cst.Name(value=name):
            bound = module.once(_assigned).get(name, ())
            single = bound[0] if len(bound) == 1 else value
            return not isinstance(single, cst.Name) and _is_half(single, module)
        case cst.Call(func=made, args=[cst.Arg(value=policy)]):
            return (module.keras(made) or "").rpartition(".")[2] in POLICY_CLASSES and bool(
                literal(policy) == "mixed_float16"
            )
    return bool(literal(value) == "mixed_float16")


def _assigned(module: Module) -> dict[str, list[cst.BaseExpression]]:
    """What names are given anywhere in the module."""
    found: dict[str, list[cst.BaseExpression]] = {}
    for node in walk_kinds(module.tree, cst.Assign):
        for target in node.targets:
            if isinstance(target.target, cst.Name):
                found.setdefault(target.target.value, []).append(node.value)
    return found


def _scales(module: Module) -> bool:
    return any(
        (isinstance(node, cst.Attribute) and node.attr.value in LOSS_SCALING)
        or (isinstance(node, cst.Arg) and is_name(node.keyword, "auto_scale_loss"))
        for node in module.walk()
    )
