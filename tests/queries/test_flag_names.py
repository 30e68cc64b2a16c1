"""`layerlint.queries.flag_names`: what authors call the training flag."""

from __future__ import annotations

import pytest

from layerlint.queries.flag_names import names_flag


@pytest.mark.parametrize(
    "name",
    [
        "train",
        "training",
        "is_training",
        "is_train",
        "isTraining",
        "in_training",
        "istraining",
        "train_mode",
        "training_phase",
        "train_flag",
        "phase_train",
        "Training",
    ],
)
def test_these_are_the_flag(name: str) -> None:
    assert names_flag(name)


@pytest.mark.parametrize(
    "name",
    [
        "trainable",
        "trainer",
        "train_data",
        "pretraining",
        "constrain",
        "trained",
        "train_step",
        "mode",
        "x",
        "",
        "training_data",
        "x_train",
        "strain",
        "is_trainable",
    ],
)
def test_these_are_not(name: str) -> None:
    assert not names_flag(name)
