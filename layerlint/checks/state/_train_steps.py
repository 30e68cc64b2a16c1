"""The methods that `train_step` and its like run: Keras traces them as it does `call`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.members import PARTS_OF_STEPS, STEPS
from layerlint.queries.own_code import own_methods, reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def step_methods(layer: LayerClass) -> Iterator[Method]:
    """The steps that Keras runs, and the methods that they call, but for what `call` runs.

    A step with another signature than `step(self, data)` is called by somebody else.
    """
    if layer.kind != "model" or "fit" in layer.methods:
        return
    own = {method.name: method for method in own_methods(layer)}
    running = reached_by_call(layer)
    waiting = [own[name] for name in STEPS if name in own and _takes_data(own[name])]
    if "train_step" not in own:
        waiting += [own[name] for name in PARTS_OF_STEPS if name in own and _takes_parts(own[name])]
    seen: set[str] = set()
    while waiting:
        method = waiting.pop()
        if method.name in seen or method.node in running:
            continue
        seen.add(method.name)
        yield method
        for node in method.own_nodes(cst.Call):
            if isinstance(node, cst.Call):
                name = self_attribute(node.func, method.self_name)
                if name in own and name not in ("fit", "call", "build"):
                    waiting.append(own[name])


def _takes_parts(method: Method) -> bool:
    """Whether it can be given what Keras's own steps give it, by name."""
    return method.takes("y_pred") or method.varkw is not None


def _takes_data(method: Method) -> bool:
    return sum(parameter.default is None for parameter in method.positional) == 1
