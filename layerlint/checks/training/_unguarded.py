"""Whether a write of state happens in inference as it does in training."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layerlint.interpret.effects import Effect


def unguarded(effect: Effect) -> bool:
    """Whether the write happens in inference as it does in training, and nothing excuses it."""
    return effect.in_inference and effect.in_training and effect.by_design is None
