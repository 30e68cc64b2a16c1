"""LL122: a training step leaves out the losses that the model's layers add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._model_makeup import (
    Makeup,
    Part,
    assembled,
    is_step_of_keras,
    makeup,
)
from layerlint.declaration import check
from layerlint.facts.members import LOSS_MEMBERS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_statement_after
from layerlint.interpret.effects import FunctionCall
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AnyOf, HoldsLayer
from layerlint.project.raw_text import CODE
from layerlint.queries.gradient_calls import Gradient
from layerlint.queries.held_values import calls_behind
from layerlint.queries.own_code import own_method
from layerlint.queries.recorded_code import runs
from layerlint.queries.training_code import BY_HAND, training_code
from layerlint.queries.unpacked_mappings import given_to
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    NOT_LITERAL,
    is_name,
    is_super_call,
    literal,
)
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

# What adds the losses of the layers, where `compute_loss` is the model's own.
_SUMS = LOSS_MEMBERS - {"compute_loss"}
# The first that a layer has is named.
_TERMS = ("activity_regularizer", "bias_regularizer", "kernel_regularizer", "regularizer")
_MAX_DEPTH = 4
# Whoever adds the losses in a way of their own, says something of this.
_ASKS = re.compile(
    CODE + r"(?:(?<!keras)\.losses\b(?!\s*\.)|get_losses|regulari[sz]ation|regularizer\("
    r"|weight_decay|l2_loss)"
)


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), BY_HAND))
def train_step_ignores_losses(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report steps that train all weights of a model with added losses, and read none of them."""
    if isinstance(subject, LayerClass):
        yield from _step(subject)
    else:
        yield from _by_hand(subject)


def _by_hand(module: Module) -> Iterator[Finding]:
    """Training code that is no step of a model, in a module that never asks for the losses."""
    if _ASKS.search(module.text):
        return
    for part in training_code(module):
        if part.function is not None and not is_step_of_keras(part.function, module):
            yield from _of_function(part.function, part.function.name.value, module)


def _of_function(function: cst.FunctionDef, method: str, module: Module) -> Iterator[Finding]:
    """The first model that a function trains without the losses that its layers add."""
    code = training_code(module)
    taken = (each for each in code.of(function).gradients if code.is_applied(each))
    for model, source in _left_out(taken, module):
        fields = {"method": method, "model": module.source(model), "source": source}
        yield Finding(function.name, "function", fields, module=module)
        return


def _left_out(
    gradients: Iterable[Gradient], module: Module
) -> Iterator[tuple[cst.BaseExpression, str]]:
    """The models that are differentiated and add losses, each with what adds one."""
    for gradient in gradients:
        for model in gradient.models:
            made = makeup(model, module)
            if made is None or (made.layer is not None and _reads_losses(made.layer)):
                continue
            source = next(_sources_by_hand(made), None)
            if source is not None and runs(model, gradient.recorded, module):
                yield model, source


def _sources_by_hand(made: Makeup) -> Iterator[str]:
    if made.layer is not None:
        yield from _sources(made.layer, _MAX_DEPTH)
    yield from _sources_of_parts(made.parts, _MAX_DEPTH)


def _sources_of_parts(parts: Iterable[Part], depth: int) -> Iterator[str]:
    for part in parts:
        if part.layer is not None:
            yield from _sources(part.layer, depth)
            continue
        given = given_to(part.call, (), part.module)
        term = next((name for name in _TERMS if _is_term(given.get(name), part.module)), None)
        if term is not None:
            yield f"the `{term}` of `{part.keras.rpartition('.')[2]}`"


def _step(layer: LayerClass) -> Iterator[Finding]:
    if layer.kind != "model" or not layer.complete:
        return
    yield from _own_loss(layer)
    step = own_method(layer, "train_step")
    if step is None or _reads_losses(layer):
        return
    taped = _gradient(step)
    if taped is None:
        if not _ASKS.search(step.module.text):
            yield from _of_function(step.node, f"{layer.name}.train_step", step.module)
        return
    source = next(_sources(layer, _MAX_DEPTH), None)
    if source is not None:
        yield Finding(
            step.node.name,
            fields={"method": f"{layer.name}.train_step", "source": source},
            fix=_fix(step, taped),
            module=step.module,
        )


def _reads_losses(layer: LayerClass) -> bool:
    """Whether some method of the class adds the losses up, its own or those of its layers."""
    return any(
        node.attr.value in LOSS_MEMBERS and method.module.resolve(node) is None
        for base in layer.mro
        for method in base.methods.values()
        for node in method.own_nodes(cst.Attribute)
    )


def _own_loss(layer: LayerClass) -> Iterator[Finding]:
    """Report a `compute_loss` that replaces the one which adds the layers' losses."""
    method = layer.methods.get("compute_loss")
    if method is None or layer.method("train_step") is not None:
        return
    takes = {parameter.name for parameter in method.positional}
    if not {"y", "y_pred"} <= takes:
        return
    for each in layer.effective_methods():
        for node in each.own_nodes(cst.Attribute):
            inherited = node.attr.value == "compute_loss" and is_super_call(node.value)
            if inherited or node.attr.value in _SUMS:
                return
    source = next(_sources(layer, _MAX_DEPTH), None)
    if source is not None:
        fields = {"method": f"{layer.name}.compute_loss", "source": source}
        yield Finding(method.node.name, "own", fields)


def _gradient(step: Method) -> Gradient | None:
    """The gradient that the step takes by all weights of the model."""
    for gradient in training_code(step.module).of(step.node).gradients:
        if any(is_name(model, step.self_name) for model in gradient.models):
            return gradient
    return None


def _sources(layer: LayerClass, depth: int) -> Iterator[str]:
    """What adds losses: weights with a regularizer, `add_loss`, regularized layers."""
    if depth == 0:
        return
    for weight in layer.all_weights:
        if _is_term(weight.arguments.get("regularizer"), weight.module):
            yield f"the regularizer of `{weight.attribute}`"
    for reached in layer.forward.of(FunctionCall):
        if reached.function == "self.add_loss" and not _chosen_by_caller(reached):
            yield f"`add_loss` in `{layer.name}`"
    for sublayer in layer.all_sublayers:
        yield from _sources_of_part(sublayer, depth)
    if layer.kind == "model":
        yield from _sources_of_parts(assembled(layer), depth - 1)


def _chosen_by_caller(reached: FunctionCall) -> bool:
    """Whether an argument of `call` decides if the loss is added, or returned instead."""
    if reached.method is None:
        return False
    arguments = {each.name for each in reached.method.positional[1:]} - {"training"}
    return any(
        node.value in arguments
        for guard in reached.guards
        for node in walk_kinds(guard.test, cst.Name)
    )


def _sources_of_part(sublayer: Sublayer, depth: int) -> Iterator[str]:
    if sublayer.layer is not None:
        yield from _sources(sublayer.layer, depth - 1)
        return
    given = sublayer.arguments
    term = next((n for n in _TERMS if _is_term(given.get(n), sublayer.module)), None)
    if term is not None:
        yield f"the `{term}` of `{sublayer.attribute}`"
    if depth > 0:
        for part in sublayer.parts:
            yield from _sources_of_part(part, depth - 1)


def _is_term(value: cst.BaseExpression | None, module: Module) -> bool:
    if value is None or is_name(value, "None"):
        return False
    return bool(calls_behind(value, module)) or literal(value) is not NOT_LITERAL


def _fix(step: Method, gradient: Gradient) -> Fix | None:
    """Add the losses to what is differentiated, directly below its last assignment."""
    module = step.module
    if not isinstance(gradient.loss, cst.Name) or gradient.tape is None:
        return None
    for block in gradient.tape.blocks:
        made = block.items[0].item
        if len(block.items) != 1 or not isinstance(made, cst.Call):
            continue
        lines = [
            line
            for line in block.body.body
            if isinstance(line, cst.SimpleStatementLine)
            and isinstance(line.body[0], cst.Assign)
            and is_name(line.body[0].targets[0].target, gradient.loss.value)
        ]
        if lines and isinstance(made.func, cst.Attribute):
            tf = module.source(made.func.value)
            text = f"{gradient.loss.value} += {tf}.add_n({step.self_name}.losses)"
            return Fix(
                "Add the losses of the layers",
                tuple(insert_statement_after(module, lines[-1], text)),
                "unsafe",
            )
    return None
