"""What runs in inference because something else was taken for the mode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from layerlint.checks.training._noise import drawn
from layerlint.interpret.effects import RandomDraw, StateUpdate, SublayerCall

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

ModeEffect: TypeAlias = StateUpdate | RandomDraw | SublayerCall


def mode_effects(layer: LayerClass) -> Iterator[ModeEffect]:
    """The writes, draws and calls of sublayers, of which the mode may decide."""
    for effect in layer.forward.effects:
        if isinstance(effect, (StateUpdate, RandomDraw, SublayerCall)):
            yield effect


def excused(effect: StateUpdate | RandomDraw) -> bool:
    """Whether training does not reach the effect, or it is meant to be in inference."""
    by_design = effect.by_design if isinstance(effect, StateUpdate) else None
    return not effect.in_training or by_design is not None


def told(effect: ModeEffect) -> tuple[str, dict[str, object]]:
    """The message for an effect, and the names in it."""
    match effect:
        case StateUpdate(target=target):
            return "state", {"target": target}
        case RandomDraw():
            return "random", {"function": drawn(effect)}
        case SublayerCall(target=target):
            return "argument", {"attribute": f"self.{target}"}
