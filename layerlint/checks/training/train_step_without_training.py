"""LL112: `train_step` calls the model, or a part that differs in training, without the flag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._model_makeup import Makeup, is_step_of_keras, makeup
from layerlint.declaration import check
from layerlint.facts.modes import mode_dependent, mode_of
from layerlint.findings import Defect, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword
from layerlint.interpret.effects import SublayerCall
from layerlint.model.constructor import read_names
from layerlint.model.layer import LayerClass
from layerlint.model.modes import known_arguments
from layerlint.model.module import Module
from layerlint.model.origins import origins, place_of
from layerlint.model.sublayers import constructed
from layerlint.project.needs import AnyOf, HoldsLayer
from layerlint.queries.call_sites import fills_flag
from layerlint.queries.flag_names import names_flag
from layerlint.queries.gradient_calls import is_recorded
from layerlint.queries.own_code import own_method
from layerlint.queries.recorded_code import Run, runs, tells_mode
from layerlint.queries.training_code import BY_HAND, training_code
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    called_name,
    dotted,
    is_name,
    literal,
    self_attribute,
)
from layerlint.syntax.walk import around, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), BY_HAND))
def train_step_without_training(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report calls under a gradient tape that leave the mode to the default."""
    if isinstance(subject, LayerClass):
        yield from _step(subject)
    else:
        yield from _by_hand(subject)


def _by_hand(module: Module) -> Iterator[Finding]:
    """Calls in training code that is no step of a model, where the model is known to differ."""
    if "learning_phase" in module.text:
        return
    told: set[cst.CSTNode] = set()
    untold = list(_untold(module))
    reported = {run.call for run, _, _ in untold}
    for run, made, culprit in untold:
        if run.call in told or run.tells_mode or _is_stopped(run.call):
            continue
        if made.layer is not None and fills_flag(made.layer, run.call):
            continue
        told.add(run.call)
        yield Finding(
            run.call,
            "function",
            {
                "call": run.module.source(run.call),
                "method": run.function.name.value if run.function is not None else "the loop",
                "layer": f"`{culprit}`",
            },
            fix=_pass_flag(run, made, reported),
            module=run.module,
        )


def _untold(module: Module) -> Iterator[tuple[Run, Makeup, str]]:
    """The runs of models under a tape that trains them, each with what differs in training."""
    code = training_code(module)
    for part in code:
        if is_step_of_keras(part.function, module):
            continue
        for gradient in part.gradients:
            for model in gradient.models if code.is_applied(gradient) else ():
                made = makeup(model, module)
                culprit = _culprit(made) if made is not None else None
                if made is not None and culprit is not None:
                    for run in runs(model, gradient.recorded, module):
                        yield run, made, culprit


def _trains_untold(layer: LayerClass) -> bool:
    """Whether `call` is in training mode by default, whatever it calls the flag."""
    return layer.call is not None and any(
        names_flag(each.name) and each.default is not None and literal(each.default) in (True, 1)
        for each in layer.call.parameters
    )


def _pass_flag(run: Run, made: Makeup, reported: set[cst.Call]) -> Fix | None:
    """Pass the flag, which models of Keras take, and a class that says so.

    A function that the training code calls may be called by others as well. Where the step runs
    the model once more and without the flag, for another loss, only one of two would be changed.
    """
    if not run.direct or (made.layer is not None and not made.layer.asks_for_mode):
        return None
    scope = run.function.body if run.function is not None else run.module.tree
    same = run.module.facts(scope, _runs_by_name).get(dotted(run.call.func) or "", ())
    safe = not made.likely and all(call in reported or tells_mode(call) for call in same)
    edits = tuple(add_keyword(run.module, run.call, "training=True"))
    return Fix("Pass `training=True`", edits, "safe" if safe else "unsafe")


def _runs_by_name(scope: cst.CSTNode) -> dict[str, list[cst.Call]]:
    found: dict[str, list[cst.Call]] = {}
    for call in walk_same_function(scope, cst.Call):
        found.setdefault(dotted(call.func) or "", []).append(call)
    return found


def _culprit(made: Makeup) -> str | None:
    """The layer that certainly makes a model behave differently in training."""
    if made.layer is not None:
        return None if _trains_untold(made.layer) else _inner(made.layer)
    for part in made.parts:
        inner = _inner(part.layer) if part.layer is not None else None
        if inner is not None:
            return inner
        mode = mode_of(part.keras)
        if mode is not None and mode_dependent(
            part.keras, known_arguments(part.call, mode.positional)
        ):
            return part.keras.rpartition(".")[2]
    return None


def _inner(layer: LayerClass) -> str | None:
    """The first sublayer of a class that behaves differently in training."""
    told = {
        effect.sublayer.attribute
        for effect in layer.forward.of(SublayerCall)
        if effect.sublayer is not None
        and effect.training is not None
        and literal(effect.training) is True
    }
    parts = [
        part for part in layer.all_sublayers if part.mode_dependent and part.attribute not in told
    ]
    parts.sort(key=lambda part: part.method is None)  # a function may make something else
    inner = next((part.mode_dependent_part for part in parts), None)
    return inner.label if inner is not None else None


def _is_stopped(call: cst.Call) -> bool:
    """Whether no gradient passes what the model gives."""
    return any(called_name(node.func) == "stop_gradient" for node in around(call, cst.Call))


def _step(layer: LayerClass) -> Iterator[Finding]:
    step = own_method(layer, "train_step")
    if step is None or layer.kind != "model":
        return
    for method, node, taped in _calls(layer, step):
        module = method.module
        if tells_mode(node) or not (taped or is_recorded(node, module)):
            continue
        if _is_stopped(node):
            continue
        attribute = self_attribute(node.func, method.self_name)
        part = _mode_dependent_part(layer, attribute) if attribute is not None else None
        whole = (
            is_name(node.func, method.self_name)
            and _may_depend_on_mode(layer)
            and not _trains_untold(layer)
        )
        if not whole and part is None:
            continue
        edits = add_keyword(method.module, node, "training=True")
        yield Finding(
            node,
            "default" if whole else "sublayer",
            {
                "call": method.module.source(node),
                "method": f"{layer.name}.{method.name}",
                "attribute": attribute,
                "layer": part,
            },
            fix=Fix("Pass `training=True`", tuple(edits)) if method is step else None,
            defect=Defect(layer, "training"),
            module=method.module,
        )


def _calls(layer: LayerClass, step: Method) -> Iterator[tuple[Method, cst.Call, bool]]:
    """The calls in `train_step` and in the helpers that it calls, and whether under its tape."""
    for node in step.own_nodes(cst.Call):
        yield step, node, False
        helper = layer.method(self_attribute(node.func, step.self_name) or "")
        if helper is None or helper is step or _reads_flag(helper):
            continue
        taped = is_recorded(node, step.module) and not _is_stopped(node)
        for inner in helper.own_nodes(cst.Call):
            if isinstance(inner, cst.Call):
                yield helper, inner, taped


def _reads_flag(helper: Method) -> bool:
    """Whether a helper does anything with the flag that it takes."""
    return helper.takes("training") and any(
        is_name(node, "training") for node in read_names(helper)
    )


def _may_depend_on_mode(layer: LayerClass) -> bool:
    """Whether anything in the model is known, or cannot be excluded, to differ in training."""
    if layer.call is None or layer.asks_for_mode or not layer.complete:
        return True
    called = layer.forward.of(SublayerCall)
    return any(effect.sublayer is None for effect in called) or any(
        sublayer.mode_dependent is not False for sublayer in layer.all_sublayers
    )


def _mode_dependent_part(layer: LayerClass, attribute: str) -> str | None:
    """The class of what makes the attribute's layer differ in training, if it is known to."""
    for binding in layer.attributes[attribute].bindings:
        if binding.method is None or binding.value is None:
            return None
        for origin in origins(binding.value, place_of(layer, binding.method)):
            if constructed(origin.call, origin.place) == (None, None):
                return None
    parts = [part for part in layer.all_sublayers if part.attribute == attribute]
    for part in parts:
        culprit = part.mode_dependent_part
        if part.mode_dependent and culprit is not None:
            return f"`{culprit.label}`"
    return None
