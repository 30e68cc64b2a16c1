"""Whether a write of state happens in inference as it does in training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.interpret.effects import StateUpdate
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


def unguarded(effect: StateUpdate) -> bool:
    """Whether the write happens in inference as it does in training, and nothing excuses it."""
    return effect.in_inference and effect.in_training and effect.by_design is None


def writes(layer: LayerClass) -> list[StateUpdate]:
    """The writes of state that happen where they stand in `call`.

    On the Keras of several backends a write is an operation of a graph: what `add_update` is given
    runs in training only, the rest where something computed later waits for it (read in the source
    of Keras 2.2.4).
    """
    found = layer.forward.of(StateUpdate)
    if is_step_of_training(layer):
        return []
    return list(filter(_is_awaited, found)) if layer.multi_backend else found


def is_step_of_training(layer: LayerClass) -> bool:
    """Whether `call` trains whenever it runs, gradients and optimizer in it: `fit` does not."""
    return any(
        unguarded(effect) and effect.operation == "apply_gradients"
        for effect in layer.forward.of(StateUpdate)
    )


def _is_awaited(effect: StateUpdate) -> bool:
    return effect.method is not None and any(
        isinstance(node, cst.Attribute) and node.attr.value == "control_dependencies"
        for node in walk_kinds(effect.method.node, cst.Attribute)
    )
