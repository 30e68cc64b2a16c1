"""LL203: a weight is created while the layer runs."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.state._creations_in_call import made_in_call
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.interpret.effects import FunctionCall, SuperCall
from layerlint.model.decorators import tf_function
from layerlint.model.layer import LayerClass
from layerlint.model.weights import makes_variable
from layerlint.queries.own_graph import only_gives_graph

_METHODS = frozenset({"add_weight", "add_variable"})


@check(LayerClass, halts_on=(3,))
def weight_created_in_call(layer: LayerClass) -> Iterator[Finding]:
    """Report every weight and variable that code run by `call` makes.

    Where it only gives a graph, it runs once.
    """
    found = list(made_in_call(layer, _makes_something))
    for made in [] if found and only_gives_graph(layer) else found:
        variable = makes_variable(made.effect.node, made.effect.module)
        metric = _makes_metric(made.effect)
        generations = None
        message = "variable" if variable else "metric" if metric else "default"
        if made.once and variable:
            # A model that is not functional runs it once, before anything is compiled.
            if layer.kind == "model" or _is_in_function_of_its_own(made.effect):
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
            halts=message in ("default", "once"),
        )


def _is_in_function_of_its_own(effect: FunctionCall | SuperCall) -> bool:
    """Whether a `tf.function` makes it, which lifts it out of the graph where it is made once.

    Seen on TensorFlow 2.21, on Keras 3.15 and tf_keras 2.21, in `fit` and `predict`.
    """
    function = effect.module.function(effect.node)
    return function is not None and tf_function(function, effect.module) is not None


def _makes_something(effect: FunctionCall | SuperCall) -> bool:
    variable = makes_variable(effect.node, effect.module)
    return variable or _adds_weight(effect) or _makes_metric(effect)


def _adds_weight(effect: FunctionCall | SuperCall) -> bool:
    if isinstance(effect, SuperCall):
        return effect.function in _METHODS
    return effect.function in {f"self.{name}" for name in _METHODS}


def _makes_metric(effect: FunctionCall | SuperCall) -> bool:
    return effect.module.makes(effect.node) == "metric"
