"""LL124: a training step of one's own does not scale the loss, and the optimizer unscales it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.members import LOSS_SCALING, POLICY_CLASSES, POLICY_SETTERS
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.importers import imported
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.gradient_calls import Gradient
from layerlint.queries.held_values import held_values, only_call
from layerlint.queries.own_code import own_method
from layerlint.queries.training_code import BY_HAND, training_code
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, last_part, literal, self_attribute
from layerlint.syntax.walk import innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_MAKER = "LossScaleOptimizer"
_FACTOR = "loss_scale_factor"
# What a loss may be scaled by, where that is done by hand.
_SCALES = frozenset({"dynamic_scale", "loss_scale", _FACTOR})
NEEDS = AnyOf(HoldsLayer(), AllOf(AnyOf(_MAKER, _FACTOR), BY_HAND))


@check(LayerClass, Module, needs=NEEDS)
def train_step_unscaled_loss(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the gradient that is applied of a loss nobody scales, where it is divided after."""
    if isinstance(subject, Module):
        yield from _by_hand(subject)
    else:
        yield from _in_step(subject)


def _by_hand(module: Module) -> Iterator[Finding]:
    """Report gradients that are given to an optimizer which the module makes to divide them."""
    if module.once(_scales):
        return
    code = training_code(module)
    for update in (each for part in code for each in part.updates):
        maker = next(
            (each for each in _made(update.optimizer, module) if _divides(each, module)), None
        )
        if maker is None or update.gradients is None:
            continue
        if self_attribute(update.optimizer) == "optimizer" and module.class_of(update.call):
            continue  # that of `compile`, as the class is asked
        gradient = code.gradient_of(update)
        fields = {"optimizer": module.source(update.optimizer)}
        yield Finding(update.call if gradient is None else gradient.call, "optimizer", fields)


def _made(optimizer: cst.BaseExpression, module: Module) -> list[cst.Call]:
    """The calls that make an optimizer, whichever of several ways is taken."""
    held = held_values(optimizer, module)
    made = [only_call(each, module) for each in held or [optimizer]]
    return [each for each in made if each is not None]


def _divides(made: cst.Call, module: Module) -> bool:
    """Whether what is made is an optimizer of Keras that divides its gradients by a loss scale."""
    name = module.keras(made.func) or ""
    given = isinstance(keyword(made, _FACTOR), (cst.BaseNumber, cst.BinaryOperation))
    return last_part(name) == _MAKER or (module.makes(made) == "optimizer" and given)


def _in_step(layer: LayerClass) -> Iterator[Finding]:
    """Report the step of a model whose optimizer `compile` wraps, where the policy is set."""
    step = own_method(layer, "train_step")
    if step is None or layer.kind != "model" or not layer.complete:
        return
    module = layer.module
    if module.once(_scales) or layer.method("compile") is not None:
        return
    if not module.once(_sets_policy) and not _is_set_by_a_script(layer):
        return
    for method in (step, *_helpers(step, layer)):
        code = training_code(method.module)
        for update in code.of(method.node).updates:
            if self_attribute(update.optimizer, method.self_name) == "optimizer":
                gradient = code.gradient_of(update)
                taken = [gradient] if gradient is not None else [*_taken(step, layer)]
                if taken:
                    fields = {"method": f"{layer.name}.train_step"}
                    yield Finding(taken[0].call, fields=fields, module=method.module)
                    return


def _taken(step: Method, layer: LayerClass) -> Iterator[Gradient]:
    """The gradients that methods take which the step runs, and give back beside other things."""
    for helper in _helpers(step, layer):
        if helper.module is layer.module:
            yield from training_code(helper.module).of(helper.node).gradients


def _helpers(step: Method, layer: LayerClass) -> Iterator[Method]:
    """The methods of the class itself that the step runs."""
    for call in step.own_nodes(cst.Call):
        helper = layer.methods.get(self_attribute(call.func, step.self_name) or "")
        if helper is not None and not helper.decorators:
            yield helper


def _is_set_by_a_script(layer: LayerClass) -> bool:
    """Whether a file that imports the class, and names it, sets the policy for all it runs."""
    project, path = layer.module.project, layer.module.path
    users = project.index.mentioning("mixed_float16")
    return any(
        project.module(user).says(layer.name)
        and project.module(user).once(_sets_policy)
        and not project.module(user).once(_scales)
        for user in users
        if user != path and user.endswith(".py") and path in imported(project.index, user)
    )


def _sets_policy(module: Module) -> bool:
    """Whether the module computes in float16 whatever it is asked for."""
    return any(
        (module.keras(node.func) or "").rpartition(".")[2] in POLICY_SETTERS
        and any(_is_half(argument.value, module) for argument in node.args)
        and innermost(node, cst.If, cst.Try) is None
        for node in walk_kinds(module.tree, cst.Call)
    )


def _is_half(value: cst.BaseExpression, module: Module) -> bool:
    """Whether it is the policy: its name, an object made of that, or a variable that holds either.

    A variable that the module binds twice holds nobody knows what.
    """
    match value:
        case cst.Name(value=name):
            bound = only_value(name, assigned(module.tree, module, walk_kinds))
            # A name of a name is not followed.
            known = bound if not isinstance(bound, cst.Name) else None
            return known is not None and _is_half(known, module)
        case cst.Subscript():
            held = held_values(value, module)
            return len(held) == 1 and literal(held[0]) == "mixed_float16"
        case cst.Call(func=made, args=[cst.Arg(value=policy)]):
            return (module.keras(made) or "").rpartition(".")[2] in POLICY_CLASSES and bool(
                literal(policy) == "mixed_float16"
            )
    return bool(literal(value) == "mixed_float16")


def _scales(module: Module) -> bool:
    scaling = LOSS_SCALING | _SCALES
    return any(
        node.attr.value in scaling for node in walk_kinds(module.tree, cst.Attribute)
    ) or any(is_name(node.keyword, "auto_scale_loss") for node in walk_kinds(module.tree, cst.Arg))
