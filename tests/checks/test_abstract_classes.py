"""What a class leaves to those that extend it (LL507)."""

from __future__ import annotations

LOSS = """
import keras


class Weighted(keras.losses.Loss):
    def __init__(self, weight=1.0, name="weighted"):
        super().__init__(name=name)

    def call(self, y_true, y_pred):
        return keras.ops.mean(y_true - y_pred)
"""
HEIR = """
from layer import Weighted


class Squared(Weighted):
    def __init__(self, weight=1.0):
        super().__init__(weight)
        self.weight = weight
"""


def test_a_loss_may_be_extended_in_another_file(lint) -> None:
    assert lint(LOSS, select="LL507") == [("LL507", 6)]
    assert lint(LOSS, select="LL507", heir=HEIR) == []
