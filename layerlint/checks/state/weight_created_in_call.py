"""LL203: a weight is created while the layer runs."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.state._creations_in_call import MakingCall, made_in_call
from layerlint.declaration import check
from layerlint.facts.operations import KERAS_VARIABLES, TENSORFLOW_VARIABLES
from layerlint.findings import Finding
from layerlint.interpret.effects import SuperCall
from layerlint.model.layer import LayerClass

_METHODS = frozenset({"add_weight", "add_variable"})


@check(LayerClass)
def weight_created_in_call(layer: LayerClass) -> Iterator[Finding]:
    """Report every weight and variable that code run by `call` makes."""
    for made in made_in_call(layer):
        variable = _makes_variable(made)
        metric = _makes_metric(made)
        if not variable and not metric and not _adds_weight(made):
            continue
        generations = None
        message = "variable" if variable else "metric" if metric else "default"
        if made.once and variable:
            # A model that is not functional runs it once, before anything is compiled.
            if layer.kind == "model":
                continue
            message = "lazy"
        elif made.once and metric:
            continue
        elif made.once:
            message, generations = "once", frozenset({3})
        yield Finding(
            made.place.node,
            message,
            {"path": made.place.path},
            trace=made.place.trace,
            module=made.place.module,
            generations=generations,
        )


def _adds_weight(made: MakingCall) -> bool:
    effect = made.effect
    if isinstance(effect, SuperCall):
        return effect.function in _METHODS
    return effect.function in {f"self.{name}" for name in _METHODS}


def _makes_variable(made: MakingCall) -> bool:
    module = made.effect.module
    return (
        module.tf(made.call.func) in TENSORFLOW_VARIABLES
        or module.keras(made.call.func) in KERAS_VARIABLES
    )


def _makes_metric(made: MakingCall) -> bool:
    head, _, tail = (made.effect.module.keras(made.call.func) or "").partition(".")
    return head == "metrics" and tail[:1].isupper()
