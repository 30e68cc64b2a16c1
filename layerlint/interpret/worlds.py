"""The three states of the training flag when Keras runs `call()`."""

from __future__ import annotations

from enum import IntFlag


class Worlds(IntFlag):
    """A set of worlds: those in which something can happen."""

    NONE = 0
    TRAIN = 1
    INFER = 2
    UNSET = 4


TRAIN, INFER, UNSET = Worlds.TRAIN, Worlds.INFER, Worlds.UNSET
ALL_WORLDS = (TRAIN, INFER, UNSET)

# What `training` is in each world: `fit` passes True, `predict` and `evaluate` pass False, a direct
# call outside any context leaves the parameter's default (Keras 3.15 and tf_keras 2.21).
FLAG: dict[Worlds, bool | None] = {TRAIN: True, INFER: False, UNSET: None}
