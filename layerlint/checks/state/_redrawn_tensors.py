"""Random tensors that a method of a layer draws anew, which a graph made before never sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._random_arrays import drawn
from layerlint.model.origins import place_of
from layerlint.queries.called_functions import calls_of
from layerlint.queries.own_code import reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import is_method_of_super, self_attribute
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_SET_UP = frozenset({"__init__", "build", "call", "reset_state", "reset_states"})
# What runs a graph that Keras has made once.
_RUNS = frozenset({"fit", "train_on_batch", "test_on_batch", "predict", "predict_on_batch"})


def redrawn_tensors(layer: LayerClass) -> Iterator[tuple[Binding, str]]:
    """The attributes that others have drawn anew beside a training, with who does that.

    The step that Keras has traced holds the numbers of the first draw.
    """
    running = reached_by_call(layer)
    for attribute in layer.attributes.values():
        if attribute.name in layer.weights or not any(
            read.method.node in running for read in attribute.reads
        ):
            continue
        for binding in attribute.bindings:
            method = binding.method
            if method is None or binding.value is None or method.owner is not layer:
                continue
            if method.node in running or method.name in _SET_UP or binding.container_index:
                continue
            caller = _caller(method.name, layer.module)
            if caller is not None and drawn(binding.value, place_of(layer, method)):
                yield binding, caller
                break


def _caller(name: str, module: Module) -> str | None:
    """The function that calls such a method of another object, and runs a model as Keras does."""
    for call in calls_of(name, module):
        function = module.function(call)
        if self_attribute(call.func) is not None or is_method_of_super(call) or function is None:
            continue
        if isinstance(call.func, cst.Attribute) and any(
            isinstance(each.func, cst.Attribute) and each.func.attr.value in _RUNS
            for each in walk_same_function(function.body, cst.Call)
        ):
            return function.name.value
    return None
